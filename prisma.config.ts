import { defineConfig } from 'prisma/config'
import { setEnvironment } from './server/env'

// The client needs no engine, but the CLI insists on fetching one even to generate it. Any existing file contents it.
// Never for `migrate`: it would report success having done nothing. prisma/migrate.ts applies the migrations.
const NEEDS_NO_ENGINE = ['generate', 'validate', 'format']
if (process.argv.some((word) => NEEDS_NO_ENGINE.includes(word))) {
  setEnvironment({ PRISMA_SCHEMA_ENGINE_BINARY: process.execPath })
}

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } })
