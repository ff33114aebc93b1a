'use client'

import { ChartColumn, Table } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Card } from '@/components/ui/card'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'

type Props = {
  title: string
  note: string
  isPending: boolean
  /** What is said when there is nothing to draw. */
  empty: string | null
  chart: () => ReactNode
  table: () => ReactNode
}

/** A frame of one height for a drawing, the same figures as a table, and for what is still to come. */
export function ChartCard({ title, note, isPending, empty, chart, table }: Props) {
  const t = useTranslations('dashboard.charts')
  const [isTable, setTable] = useState(false)
  const label = t(isTable ? 'asChart' : 'asTable')
  return (
    <Card
      title={title}
      note={note}
      action={<IconButton icon={isTable ? ChartColumn : Table} label={label} onClick={() => setTable(!isTable)} />}
    >
      <div aria-busy={isPending} className="min-h-80">
        {isPending ? <Skeleton className="block h-80" /> : null}
        {!isPending && empty !== null ? <p className="py-3 text-ink-2">{empty}</p> : null}
        {!isPending && empty === null && !isTable ? chart() : null}
        {!isPending && empty === null && isTable ? (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
          <section aria-label={title} tabIndex={0} className="relative max-h-80 overflow-auto">
            {table()}
          </section>
        ) : null}
      </div>
    </Card>
  )
}

/** Rows of figures below their headings; the first column says what they are about. */
export function FigureTable({
  head,
  rows,
}: {
  head: readonly string[]
  rows: readonly (readonly [string, ReactNode, ...ReactNode[]])[]
}) {
  return (
    <table className="w-full text-xs tabular-nums">
      <thead>
        <tr>
          {head.map((word, at) => (
            <th
              key={word}
              scope="col"
              className={`py-1 font-medium text-ink-2 ${at === 0 ? 'text-left' : 'pl-2 text-right'}`}
            >
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(([key, name, ...figures]) => (
          <tr key={key}>
            <th scope="row" className="min-w-36 py-0.75 text-left font-normal">
              {name}
            </th>
            {figures.map((figure, at) => (
              <td key={head[at + 1]} className="py-0.75 pl-2 text-right">
                {figure}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
