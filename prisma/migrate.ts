import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client, DatabaseError } from 'pg'
import { openDatabase } from '@/server/db/open'

/** The number that Prisma's own engine locks: the two never migrate at once. */
const MIGRATION_LOCK = 72_707_369

/** As Prisma's engine creates it, which then sees no drift. */
const LEDGER = `create table if not exists _prisma_migrations (
  id varchar(36) primary key not null,
  checksum varchar(64) not null,
  finished_at timestamptz,
  migration_name varchar(255) not null,
  logs text,
  rolled_back_at timestamptz,
  started_at timestamptz not null default now(),
  applied_steps_count integer not null default 0
)`

export type MigrateOptions = { log?: (line: string) => void; directory?: string }
type Migration = { name: string; file: string; sql: string }
type LedgerRow = { migration_name: string; checksum: string; finished_at: Date | null }

export class MigrationError extends Error {
  override name = 'MigrationError'
}

const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex')

/** Git may have turned the line ends of an applied file. */
const matches = (sql: string, checksum: string) =>
  [sql, sql.replaceAll('\r\n', '\n'), sql.replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')].some(
    (form) => checksumOf(form) === checksum,
  )

function migrationsIn(directory: string): Migration[] {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(directory, entry.name, 'migration.sql')))
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const file = join(directory, name, 'migration.sql')
      return { name, file, sql: readFileSync(file, 'utf8') }
    })
}

function assertLedger(rows: LedgerRow[], migrations: Migration[]): void {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name: name, checksum, finished_at } of rows) {
    const migration = known.get(name)
    if (!migration)
      throw new MigrationError(`The database knows ${name}, this checkout does not: it is older than the database.`)
    if (finished_at === null)
      throw new MigrationError(
        `${name} was begun and never finished. Repair the database, then delete its row from _prisma_migrations.`,
      )
    if (!matches(migration.sql, checksum))
      throw new MigrationError(
        `${migration.file} was edited after it was applied. Put it back and write a new migration.`,
      )
  }
}

function explain({ file, sql }: Migration, error: unknown): MigrationError {
  const message = error instanceof Error ? error.message : String(error)
  const position = error instanceof DatabaseError ? Number(error.position ?? Number.NaN) : Number.NaN
  const line = Number.isNaN(position) ? '' : `:${sql.slice(0, position).split('\n').length}`
  const more = error instanceof DatabaseError ? [error.detail, error.where].filter(Boolean).join(' ') : ''
  return new MigrationError(`${file}${line}: ${message}${more && ` (${more})`}. Nothing of this file was applied.`, {
    cause: error,
  })
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const id = randomUUID()
  await client.query('begin')
  try {
    const started = await client.query<{ at: Date }>('select clock_timestamp() as at')
    await client.query(migration.sql)
    await client.query(
      `insert into public._prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [id, checksumOf(migration.sql), migration.name, started.rows[0]?.at],
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw explain(migration, error)
  }
}

/**
 * Brings the database to the migrations of `directory`, each in one transaction, and gives the names it applied.
 * Refuses when an applied file was edited, half applied (by another tool) or is missing here.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions = {}): Promise<string[]> {
  const migrations = migrationsIn(options.directory ?? resolve(import.meta.dirname, 'migrations'))
  const client = new Client({ connectionString: ownerUrl, application_name: 'tierline migrations' })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(`set client_min_messages = warning; ${LEDGER}`)
    const { rows } = await client.query<LedgerRow>(
      'select migration_name, checksum, finished_at from _prisma_migrations where rolled_back_at is null order by started_at',
    )
    assertLedger(rows, migrations)
    const applied = new Set(rows.map((row) => row.migration_name))
    const pending = migrations.filter(({ name }) => !applied.has(name))
    for (const migration of pending) {
      const start = performance.now()
      await apply(client, migration)
      options.log?.(`applied ${migration.name} (${Math.round(performance.now() - start)} ms)`)
    }
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function main(): Promise<void> {
  const database = await openDatabase()
  try {
    const applied = await migrate(database.ownerUrl, { log: console.log })
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.length}.`)
  } finally {
    await database.stop()
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  main().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  })
}
