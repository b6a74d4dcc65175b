/** What must hold between the variables of the environment (`env.ts`), each of which may be well formed. */
export type Problem = { name: string; text: string }

type Source = Record<string, string | undefined>

/** Every contradiction and every missing companion. `given` holds no empty value. */
export function contradictions(given: Source): Problem[] {
  const https = given['APP_ORIGIN']?.startsWith('https:') === true
  const exposed = https || !isLoopback(hostOf(given))
  return [
    ...(https ? simulatedVendors(given) : plainHttp(given)),
    ...(exposed ? [...missing(given, exposedOnly, 'requise hors du mode démonstration local'), ...samples(given)] : []),
    ...companions.flatMap(([one, ...others]) =>
      given[one] === undefined ? [] : missing(given, others, `requise avec ${one}`),
    ),
  ]
}

export function isOrigin(value: string): boolean {
  return /^https?:/.test(value) && URL.canParse(value) && new URL(value).origin === value.replace(/\/$/, '')
}

/** The 32 bytes of a master key written in hex or base64; null where it is anything else. */
export function keyBytes(key: string): Buffer | null {
  const bytes = /^[0-9a-f]{64}$/i.test(key) ? Buffer.from(key, 'hex') : Buffer.from(key, 'base64')
  return bytes.length === 32 ? bytes : null
}

const exposedOnly = ['SESSION_SECRET', 'MASTER_KEY', 'OPENAI_API_KEY', 'HEYGEN_API_KEY']
const secrets = [...exposedOnly, 'HEYGEN_WEBHOOK_SECRET', 'ADMIN_PASSWORD', 'AUDITOR_PASSWORD']
const companions: readonly [string, ...string[]][] = [
  ['ADMIN_EMAIL', 'ADMIN_PASSWORD'],
  ['ADMIN_PASSWORD', 'ADMIN_EMAIL'],
  ['AUDITOR_EMAIL', 'AUDITOR_PASSWORD'],
  ['AUDITOR_PASSWORD', 'AUDITOR_EMAIL'],
]

function plainHttp(given: Source): Problem[] {
  const name = 'APP_ORIGIN'
  const origin = given[name]
  if (!isLoopback(hostOf(given))) {
    return [{ name, text: `une origine https est requise hors de la boucle locale (HOST=${hostOf(given)})` }]
  }
  if (origin === undefined || !isOrigin(origin) || isLoopback(new URL(origin).hostname)) return []
  return [{ name, text: 'http n’est admis que sur la boucle locale' }]
}

function simulatedVendors(given: Source): Problem[] {
  return ['OPENAI_BASE_URL', 'HEYGEN_BASE_URL']
    .filter((name) => isPlayedHere(given[name]))
    .map((name) => ({ name, text: 'adresse https publique requise ici' }))
}

function missing(given: Source, names: readonly string[], text: string): Problem[] {
  return names.filter((name) => given[name] === undefined).map((name) => ({ name, text }))
}

function samples(given: Source): Problem[] {
  return secrets
    .filter((name) => isSample(given[name] ?? ''))
    .map((name) => ({ name, text: 'valeur d’exemple connue, refusée ici' }))
}

function hostOf(given: Source): string {
  return given['HOST'] ?? '127.0.0.1'
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host)
}

function isPlayedHere(url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false
  return !url.startsWith('https:') || isLoopback(new URL(url).hostname)
}

function isSample(value: string): boolean {
  if (value === '') return false
  return /change.?me|example|sample|placeholder|dummy|passw[o0]rd|^secret/i.test(value) || new Set(value).size < 6
}
