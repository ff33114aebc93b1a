'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Status } from '@/components/ui/status'
import type { ReportRow } from '@/server/features/imports/queries'
import { problemSentence } from '@/server/features/imports/sentences'

const LOOK = {
  good: { tone: 'good', shape: 'empty' },
  bad: { tone: 'danger', shape: 'alert' },
  known: { tone: 'neutral', shape: 'full' },
  written: { tone: 'good', shape: 'tick' },
  failed: { tone: 'danger', shape: 'alert' },
} as const

/** One row of the file: what it is, what becomes of it, and each problem with what stands in the cell. */
export function ReportLine({ row }: { row: ReportRow }) {
  const t = useTranslations('imports')
  return (
    <li className="grid gap-x-4 gap-y-1 py-2 md:grid-cols-[5rem_minmax(0,18rem)_9rem_minmax(0,1fr)]">
      <span className="hidden text-ink-3 tabular-nums md:inline">{t('lineOf', { line: row.line })}</span>
      <span className="min-w-0">
        <span className="block truncate font-medium" data-tip-cut>
          {row.companyId ? (
            <Link prefetch={false} href={`/customers/${row.companyId}`} className="hover:underline">
              {row.name}
            </Link>
          ) : (
            row.name || t('noName')
          )}
        </span>
        <span className="block truncate text-ink-3 text-xs">
          <span className="md:hidden">{t('lineOf', { line: row.line })} · </span>
          {[row.loginName, row.country].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Status tone={LOOK[row.state].tone} shape={LOOK[row.state].shape} className="self-start">
        {t(`rowState.${row.state}`)}
      </Status>
      {row.problems.length > 0 ? (
        <ul className="flex min-w-0 flex-col gap-0.5">
          {row.problems.map((problem) => (
            <ProblemLine key={`${problem.code}-${problem.column ?? ''}`} problem={problem} />
          ))}
        </ul>
      ) : null}
    </li>
  )
}

function ProblemLine({ problem }: { problem: ReportRow['problems'][number] }) {
  const t = useTranslations('imports')
  const speakers = { problem: useTranslations('imports.problem'), form: useTranslations('errors.field') }
  const sentence = problemSentence(
    { problem: (key, values) => speakers.problem(key, values), form: (key, values) => speakers.form(key, values) },
    problem,
  )
  return (
    <li className="min-w-0 break-words">
      <Status
        tone={problem.warning ? 'warning' : 'danger'}
        shape={problem.warning ? 'caution' : 'alert'}
        className="mr-1.5"
      >
        {problem.field ? t(`field.${problem.field}`) : t('row')}
      </Status>
      {problem.text ? <span className="text-ink-2">{t('quoted', { text: problem.text })} </span> : null}
      {sentence}
    </li>
  )
}
