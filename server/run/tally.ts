import { z } from 'zod'

export type Tally = { passed: number; failed: number; skipped: number }

const vitestReport = z.object({
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

/** Tests of Vitest's JSON report. A file that fails without a failed test (it did not load, a hook threw) counts as one. */
export function countVitest(report: unknown): Tally {
  const sum: Tally = { passed: 0, failed: 0, skipped: 0 }
  for (const file of vitestReport.parse(report).testResults) {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length
    sum.passed += passed
    sum.failed += failed === 0 && file.status === 'failed' ? 1 : failed
    sum.skipped += file.assertionResults.length - passed - failed
  }
  return sum
}

const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.unknown()),
})

/** Tests of Playwright's JSON report; errors outside of tests count too. */
export function countPlaywright(report: unknown): Tally {
  const { stats, errors } = playwrightReport.parse(report)
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped }
}
