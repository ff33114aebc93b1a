import type { Problem } from './problems'
import { isImportProblem } from './problems'

/** Translators of the three namespaces that speak about problems. */
type Say = (key: string, values?: Record<string, string | number>) => string
export type Speakers = {
  /** imports.field */
  field: Say
  /** imports.problem */
  problem: Say
  /** errors.field */
  form: Say
}

/** What is wrong, in words: the import's own sentences, or those that the form has for the same rule. */
export const problemSentence = (
  { problem, form }: Pick<Speakers, 'problem' | 'form'>,
  { code, params = {} }: Problem,
): string => (isImportProblem(code) ? problem(code, params) : form(code, params))

/** The same with the column it is about, for where the column is not in sight. */
export const placedSentence = (speakers: Speakers, problem: Problem): string => {
  const sentence = problemSentence(speakers, problem)
  return problem.field ? speakers.problem('placed', { field: speakers.field(problem.field), sentence }) : sentence
}
