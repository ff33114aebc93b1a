import { client } from './client'

/** Does the database answer? For probes. */
export async function databaseAnswers(): Promise<boolean> {
  return client().$queryRaw`select 1`.then(
    () => true,
    () => false,
  )
}
