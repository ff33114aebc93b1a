import { databaseAnswers } from '@/server/db/answers'

/** What a probe learns: whether the console can work. */
export async function health(): Promise<'ok' | 'databaseGone'> {
  return (await databaseAnswers()) ? 'ok' : 'databaseGone'
}
