'use client'

import { ChevronDown, ChevronUp, Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { IconButton } from '@/components/ui/icon-button'
import { type ColumnHead, clampWidth, moveColumn, type ShownHead, shownColumns, widthOf } from './columns'
import { DENSITIES, useDensity } from './use-density'

const WIDTH_STEP = 24

type ColumnsPanelProps = {
  specs: readonly ColumnHead[]
  shown: readonly ShownHead[]
  setColumns: (columns: readonly ShownHead[]) => void
}

/** Row height, and which columns stand where and how wide: all that a pointer can do, also by key. */
export function ColumnsPanel({ specs, shown, setColumns }: ColumnsPanelProps) {
  const t = useTranslations('table')
  const [density, setDensity] = useDensity()
  const hidden = specs.filter(({ key }) => !shown.some((column) => column.key === key))
  const widen = (key: string, by: number) =>
    setColumns(
      shown.map((column) => (column.key === key ? { ...column, widthSet: clampWidth(widthOf(column) + by) } : column)),
    )
  return (
    <>
      <fieldset className="border-line border-b p-3">
        <legend className="float-left mb-1.5 w-full font-semibold text-sm">{t('rowHeight')}</legend>
        <div className="clear-both grid grid-cols-3 rounded-md border border-line p-0.5">
          {DENSITIES.map((each) => (
            <label
              key={each}
              className="cursor-pointer rounded-sm py-1 text-center text-sm has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent-text"
            >
              <input
                type="radio"
                name="density"
                className="sr-only"
                checked={density === each}
                onChange={() => setDensity(each)}
              />
              {t(`density.${each}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex items-center justify-between pt-2 pr-2 pl-3">
        <h3 className="font-semibold text-sm">{t('columns')}</h3>
        <Button size="sm" variant="link" onClick={() => setColumns(shownColumns(specs, null))}>
          {t('columnsReset')}
        </Button>
      </div>
      <ul className="px-3 pt-1 pb-3">
        {shown.map((column, at) => (
          <li key={column.key} className="flex min-h-8 items-center">
            <Checkbox
              label={column.header}
              checked
              disabled={at === 0}
              onChange={() => setColumns(shown.filter(({ key }) => key !== column.key))}
              className="min-w-0 flex-1 text-sm"
            />
            <IconButton
              size="sm"
              icon={Minus}
              label={t('narrower', { column: column.header })}
              onClick={() => widen(column.key, -WIDTH_STEP)}
            />
            <IconButton
              size="sm"
              icon={Plus}
              label={t('wider', { column: column.header })}
              onClick={() => widen(column.key, WIDTH_STEP)}
            />
            <IconButton
              size="sm"
              icon={ChevronUp}
              label={t('moveUp', { column: column.header })}
              disabled={at < 2}
              onClick={() => setColumns(moveColumn(shown, at, at - 1))}
            />
            <IconButton
              size="sm"
              icon={ChevronDown}
              label={t('moveDown', { column: column.header })}
              disabled={at === 0 || at === shown.length - 1}
              onClick={() => setColumns(moveColumn(shown, at, at + 1))}
            />
          </li>
        ))}
        {hidden.map((spec) => (
          <li key={spec.key} className="flex min-h-8 items-center">
            <Checkbox
              label={spec.header}
              checked={false}
              onChange={() => setColumns([...shown, { ...spec, widthSet: null }])}
              className="min-w-0 flex-1 text-sm"
            />
          </li>
        ))}
      </ul>
    </>
  )
}
