import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { childEnvironment, env } from '@/server/env'
import { unpackChromium } from './unpack-chromium'

/** Fits Playwright's `launchOptions`. */
export type Browser = {
  executablePath: string
  args: string[]
  chromiumSandbox: false
  env: Record<string, string>
  /** For the person who looks at the run: which one and from where. */
  title: string
}

const ARGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const SYSTEM = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

function versionOf(file: string, values: Record<string, string> = {}): string | undefined {
  const result = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 30_000, env: childEnvironment(values) })
  return result.status === 0 ? result.stdout.trim() : undefined
}

function browser(executablePath: string, title: string, values: Record<string, string> = {}): Browser {
  // Playwright replaces the whole environment by what it is given here.
  const inherited = Object.entries(childEnvironment(values)).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  )
  return { executablePath, args: ARGS, chromiumSandbox: false, env: Object.fromEntries(inherited), title }
}

function hasFile(directory: string, pattern: RegExp): boolean {
  if (!existsSync(directory)) return false
  return readdirSync(directory, { recursive: true }).some((name) => pattern.test(String(name)))
}

/** Without any font the renderer crashes. */
function hasFonts(): boolean {
  const places = [
    '/usr/share/fonts',
    '/usr/local/share/fonts',
    join(homedir(), '.fonts'),
    join(homedir(), '.local/share/fonts'),
  ]
  return existsSync('/etc/fonts/fonts.conf') && places.some((place) => hasFile(place, /\.(ttf|otf|ttc)$/i))
}

/** The Chromium that npm brought, with its own libraries and fonts only where the machine lacks them. */
async function packaged(): Promise<Browser | undefined> {
  const unpacked = await unpackChromium()
  if (!unpacked) return undefined
  const fonts: Record<string, string> = hasFonts() ? {} : { FONTCONFIG_FILE: unpacked.fontsConfig }
  const choices: Record<string, string>[] = [{}, { LD_LIBRARY_PATH: unpacked.libraries }]
  for (const libraries of choices) {
    const version = versionOf(unpacked.executable, { ...fonts, ...libraries })
    if (version) return browser(unpacked.executable, `${version}, from npm`, { ...fonts, ...libraries })
  }
  return undefined
}

function installed(file: string, origin: string): Browser | undefined {
  const version = versionOf(file)
  return version ? browser(file, `${version}, ${origin}`) : undefined
}

/** The first browser that runs: PLAYWRIGHT_CHROMIUM, Playwright's own, the one from npm, the system's. */
export async function findChromium(): Promise<Browser> {
  if (env.PLAYWRIGHT_CHROMIUM) {
    const wished = installed(env.PLAYWRIGHT_CHROMIUM, 'PLAYWRIGHT_CHROMIUM')
    if (wished) return wished
    throw new Error(`PLAYWRIGHT_CHROMIUM names ${env.PLAYWRIGHT_CHROMIUM}, which does not run.`)
  }
  const own = chromium.executablePath()
  const found = (existsSync(own) && installed(own, "Playwright's")) || (await packaged())
  if (found) return found
  for (const file of SYSTEM) {
    const system = installed(file, "the system's")
    if (system) return system
  }
  throw new Error('There is no Chromium for the browser tests. Install one and set PLAYWRIGHT_CHROMIUM to its path.')
}
