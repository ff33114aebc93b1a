import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { z } from 'zod'

const flag = z
  .enum(['0', '1', 'false', 'true', ''])
  .default('')
  .transform((value) => value === '1' || value === 'true')
const port = z.coerce.number().int().min(1).max(65_535)
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
const webUrl = z.url({ protocol: /^https?$/ })
const secret = z.string().min(32, 'must have at least 32 characters')

/** Every variable that Tierline reads; `.env.example` explains each. */
const variables = {
  PATH: z.string().default('/usr/bin:/bin'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  CI: flag,

  /** The application's own role: neither owner nor superuser (refuse-owner.ts holds it to that). */
  DATABASE_URL: postgresUrl,
  /** The owner's sign-in: migrations, seeds, role creation. The running application does not need it. */
  DATABASE_OWNER_URL: postgresUrl.optional(),
  /** Connections of each process: those that serve the console (WEB_PROCESSES), and the worker. */
  DATABASE_POOL_MAX: z.coerce.number().int().min(1).max(200).default(20),
  /** A server of one's own for the tests instead of the embedded one. */
  TEST_DATABASE_OWNER_URL: postgresUrl.optional(),

  /** Encrypts registration keys, two-factor seeds and connector secrets at rest. */
  TIERLINE_SECRET: secret,
  /** Signs sessions. */
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: webUrl.optional(),

  /** The one origin that links in mails may point to. */
  APP_URL: webUrl.default('http://localhost:3000').transform((url) => url.replace(/\/+$/, '')),
  PORT: port.default(3000),
  /** How many processes serve the console, each with its own pool of connections. */
  WEB_PROCESSES: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(() => Math.min(availableParallelism(), 4)),
  /** Where the web server listens; the demo only for this machine unless told otherwise. */
  LISTEN_HOST: z.string().optional(),
  /** How many proxies in front are trusted to append to X-Forwarded-For. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),

  MAIL_TRANSPORT: z.enum(['resend', 'smtp', 'outbox']).default('outbox'),
  MAIL_FROM: z.string().default('Tierline <no-reply@localhost>'),
  RESEND_API_KEY: z.string().optional(),
  RESEND_BASE_URL: webUrl.optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must begin with smtp:// or smtps://')
    .optional(),

  /** Everything generated at run time: the embedded database, secrets, exports. */
  TIERLINE_STATE_DIR: z
    .string()
    .default('.tierline')
    .transform((path) => resolve(path)),
  /** Shows the sign-in cards per role. Never set where strangers can reach the console. */
  DEMO: flag,
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** How many times as much chance the random tests take. */
  SOAK: z.coerce.number().int().min(1).max(1_000).default(1),

  /** Only set by prisma.config.ts, for commands that need no engine. */
  PRISMA_SCHEMA_ENGINE_BINARY: z.string().optional(),
  /** The browser of the browser tests. */
  PLAYWRIGHT_CHROMIUM: z.string().optional(),
  /** Where the console under test is; e2e/run.ts sets it. */
  E2E_BASE_URL: webUrl.optional(),
  /** Its database, past the walls: for moving the day. Only the browser tests are given it, never the console. */
  E2E_SUPERUSER_URL: postgresUrl.optional(),
}

type Variables = typeof variables
export type EnvName = keyof Variables
export type Env = { readonly [Name in EnvName]: z.output<Variables[Name]> }

/** Thrown with a sentence for the person who starts Tierline, not for a screen. */
export class EnvError extends Error {
  override name = 'EnvError'
}

function read(name: EnvName) {
  // An empty line in an .env file means "not given".
  const given = process.env[name] === '' ? undefined : process.env[name]
  const parsed = variables[name].safeParse(given)
  if (parsed.success) return parsed.data
  const reason =
    given === undefined
      ? 'is not set'
      : (parsed.error.issues[0]?.message ?? 'is not valid').replace(/^Invalid/, 'invalid')
  throw new EnvError(`${name} ${reason}. See .env.example.`)
}

const isName = (key: string | symbol): key is EnvName => typeof key === 'string' && key in variables

/**
 * The environment, each variable parsed when it is read: a command needs only what it uses,
 * and a test may set DATABASE_URL before the first query.
 */
export const env: Env = new Proxy({} as Env, {
  get: (_target, key) => (isName(key) ? read(key) : undefined),
})

/** Whether the person gave this variable at all. */
export const isGiven = (name: EnvName): boolean => Boolean(process.env[name])

/** Sets variables for this process and for the children it starts. */
export function setEnvironment(values: Partial<Record<EnvName, string>>): void {
  Object.assign(process.env, values)
}

/** The environment for a child process: this one's and `values`; `undefined` removes a variable. */
export function childEnvironment(values: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  const merged: NodeJS.ProcessEnv = { ...process.env, ...values }
  for (const [name, value] of Object.entries(values)) if (value === undefined) delete merged[name]
  return merged
}

/** Takes over `.env` where there is one; what the environment already says wins. */
export function readEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** libpq's variables (PGHOST, PGSSLMODE …) are meant for another server than the embedded one. */
export function dropPostgresVariables(): void {
  for (const name of Object.keys(process.env)) if (/^PG[A-Z]/.test(name)) delete process.env[name]
}
