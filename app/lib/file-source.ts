/** Where a file may be fetched from (`security.md` §6), and the line to there. */
import { lookup as lookupName } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent } from 'undici'

import { isPublicAddress } from './public-address.ts'

export type SourceRefusal = 'bad_url' | 'not_https' | 'credentials' | 'port' | 'literal_address' | 'foreign_host'
export type Source = { ok: true; url: URL; agent: Agent } | { ok: false; code: SourceRefusal }
export type FileSource = { judge(url: string): Source; close(): Promise<void> }

export type SourceLimits = { headersMs: number; idleMs: number }

/**
 * `fileHosts`: a host with its port (`127.0.0.1:4010`) is trusted as it is, http and loopback included; hosts without
 * one are the only public ones allowed; without any of these, every public https host is. `resolve` is the resolver.
 */
export function createFileSource(
  fileHosts: readonly string[],
  limits: SourceLimits,
  resolve: LookupFunction = lookupName,
): FileSource {
  const [house, world] = [agentWith(limits), agentWith(limits, publicOnly(resolve))]
  const ported = new Set(fileHosts.filter((host) => /:\d+$/.test(host)))
  const named = new Set(fileHosts.filter((host) => !ported.has(host)))

  return {
    judge(text) {
      const url = URL.parse(text)
      if (url === null) return { ok: false, code: 'bad_url' }
      if (url.username !== '' || url.password !== '') return { ok: false, code: 'credentials' }
      if (ported.has(url.host) && /^https?:$/.test(url.protocol)) return { ok: true, url, agent: house }
      const code = publicRefusal(url, named)
      return code === null ? { ok: true, url, agent: world } : { ok: false, code }
    },
    async close() {
      await Promise.all([house.destroy(), world.destroy()])
    },
  }
}

export const privateAddress = 'ERR_PRIVATE_ADDRESS'

function publicRefusal(url: URL, named: ReadonlySet<string>): SourceRefusal | null {
  if (url.protocol !== 'https:') return 'not_https'
  if (url.port !== '') return 'port'
  // `URL` has turned 2130706433, 0x7f.1 and the like into dotted form. A literal never reaches the resolver below.
  if (isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0) return 'literal_address'
  return named.size > 0 && !named.has(url.hostname) ? 'foreign_host' : null
}

function agentWith({ headersMs, idleMs }: SourceLimits, lookup?: LookupFunction): Agent {
  return new Agent({
    headersTimeout: headersMs,
    bodyTimeout: idleMs,
    connect: { timeout: headersMs, ...(lookup ? { lookup } : {}) },
  })
}

/** The address that was judged is the address that is dialled: a name that changes its mind meanwhile gains nothing. */
function publicOnly(resolve: LookupFunction): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      const addresses = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found
      const [first] = addresses ?? []
      if (error || first === undefined) callback(error ?? refusal(), '', 0)
      else if (!addresses.every(({ address }) => isPublicAddress(address))) callback(refusal(), '', 0)
      else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}

function refusal(): NodeJS.ErrnoException {
  return Object.assign(new Error('not a public address'), { code: privateAddress })
}
