/**
 * A real browser for tests, from npm: Chromium as packed by @sparticuz/chromium, driven by playwright-core.
 * Linux x64 only; elsewhere `CHROMIUM_PATH` names a browser (`runtime.md`, « The browser for tests »).
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

import { chromium, type Browser, type Page } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../..')
const staleLockMs = 60_000

/** None of the package's own flags: `--single-process` dies with the first context, `--disable-web-security` makes tests lie. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** « HeadlessChrome » is taken for a bot and gets other HTML. */
const userAgent = (major: string) =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${major}.0.0.0 Safari/537.36`

export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env['CHROMIUM_PATH']
  if (chosen) return chromium.launch({ executablePath: chosen, args: flags })
  const home = await unpackedChromium()
  return chromium.launch({ executablePath: path.join(home, 'chromium'), args: flags, env: environment(home) })
}

export type PageOptions = { javaScript: boolean; colorScheme?: 'light' | 'dark'; width?: number }

/** A page in a context of its own; closing the context closes it. */
export async function newPage(browser: Browser, options: PageOptions): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: options.javaScript,
    colorScheme: options.colorScheme ?? 'light',
    viewport: { width: options.width ?? 1280, height: 900 },
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    userAgent: userAgent(browser.version().split('.')[0] ?? ''),
  })
  return context.newPage()
}

/** The folder of the browser, unpacked once for all test processes. */
async function unpackedChromium(): Promise<string> {
  const home = path.join(root, 'node_modules/.cache', `chromium-${await packageVersion()}`)
  await mkdir(path.dirname(home), { recursive: true })
  while (!existsSync(home)) {
    if (await takeLock(`${home}.lock`)) {
      try {
        if (!existsSync(home)) await unpackInto(home)
      } finally {
        await rmdir(`${home}.lock`)
      }
    } else await sleep(200)
  }
  return home
}

async function packageVersion(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(await readFile(path.join(path.dirname(entry), '../package.json'), 'utf8')) as {
    version: string
  }
  return version
}

/** A folder can be made only once; one left by a killed process is taken over. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock)
    return true
  } catch {
    const made = await stat(lock).catch(() => null)
    if (made && Date.now() - made.mtimeMs > staleLockMs) await rmdir(lock).catch(() => undefined)
    return false
  }
}

/** Unpacked beside its place and moved there whole: the package trusts whatever it finds, half a browser included. */
async function unpackInto(home: string): Promise<void> {
  const part = `${home}.part`
  await rm(part, { recursive: true, force: true })
  await mkdir(part, { recursive: true })
  const script = "await (await import('@sparticuz/chromium')).default.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: root,
    // In a process of its own: it unpacks to TMPDIR, and this process needs its own.
    env: { ...process.env, TMPDIR: part, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  await rename(part, home)
}

/** Where the system has no NSS, the libraries that the package carries for a bare Amazon Linux. */
function environment(home: string): Record<string, string> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
  if (systemHasNss()) return env
  const libraries = [path.join(home, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  return {
    ...env,
    LD_LIBRARY_PATH: libraries,
    FONTCONFIG_PATH: process.env['FONTCONFIG_PATH'] ?? path.join(home, 'fonts'),
  }
}

function systemHasNss(): boolean {
  const folders = ['/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu', '/usr/lib64', '/lib64', '/usr/lib']
  return folders.some((folder) => existsSync(path.join(folder, 'libnss3.so')))
}
