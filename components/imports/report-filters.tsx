'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { ImportView } from '@/server/features/imports/queries'
import { ROW_FILTERS, type RowFilter } from '@/server/features/imports/schema'
import type { useReportState } from './use-report-state'

const PRESSED = 'aria-pressed:bg-accent-soft aria-pressed:text-accent-text'

/** How many rows each filter shows. */
function countsOf({ result }: ImportView): Record<RowFilter, number> {
  const { rows, good, bad, known, warned, written, failed } = result
  return { all: rows, good, bad, known, warned, written, failed }
}

/** Which rows are in view: by what becomes of them, or by one kind of problem. What has no rows is not offered. */
export function ReportFilters({ view, report }: { view: ImportView; report: ReturnType<typeof useReportState> }) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const { state, show, showProblem } = report
  const counts = countsOf(view)
  const problems = Object.entries(view.result.problems).sort(([, a], [, b]) => a - b)
  return (
    <div className="flex flex-col gap-2 pb-3" data-print="hide">
      <fieldset className="flex flex-wrap gap-1">
        <legend className="sr-only">{t('filter')}</legend>
        {ROW_FILTERS.filter((filter) => filter === 'all' || filter === state.filter || counts[filter] > 0).map(
          (filter) => (
            <Button
              key={filter}
              size="sm"
              variant="ghost"
              className={PRESSED}
              aria-pressed={state.filter === filter && state.problem === undefined}
              onClick={() => show(filter)}
            >
              {t(`state.${filter}`)} <span className="text-ink-3 tabular-nums">{format.number(counts[filter])}</span>
            </Button>
          ),
        )}
      </fieldset>
      {problems.length > 0 ? (
        <ProblemFilter problems={problems} chosen={state.problem ?? null} onChoose={showProblem} />
      ) : null}
    </div>
  )
}

type ProblemFilterProps = {
  problems: readonly (readonly [code: string, rows: number])[]
  chosen: string | null
  onChoose: (code: string | null) => void
}

/** The kinds of problem with their numbers, rarest first; on a phone as a list to choose from. */
function ProblemFilter({ problems, chosen, onChoose }: ProblemFilterProps) {
  const t = useTranslations('imports')
  const format = useFormatter()
  const nameOf = (code: string) => (t.has(`problemName.${code}`) ? t(`problemName.${code}`) : t('problemName.invalid'))
  return (
    <>
      <fieldset className="hidden flex-wrap items-center gap-1 md:flex">
        <legend className="float-left pr-2 text-ink-3 text-sm">{t('problems')}</legend>
        {problems.map(([code, rows]) => (
          <Button
            key={code}
            size="sm"
            variant="ghost"
            className={PRESSED}
            aria-pressed={chosen === code}
            onClick={() => onChoose(chosen === code ? null : code)}
          >
            {nameOf(code)} <span className="text-ink-3 tabular-nums">{format.number(rows)}</span>
          </Button>
        ))}
      </fieldset>
      <Field label={t('problems')} className="md:hidden">
        <Select
          size="sm"
          value={chosen ?? ''}
          placeholder={t('anyProblem')}
          options={problems.map(([code, rows]) => ({ value: code, label: `${nameOf(code)} (${format.number(rows)})` }))}
          onChange={(event) => onChoose(event.target.value || null)}
        />
      </Field>
    </>
  )
}
