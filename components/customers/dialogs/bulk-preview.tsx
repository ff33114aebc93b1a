'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { SHAPES } from '@/components/ui/status'
import type { Plan } from '@/server/features/customers/bulk-plan'
import type { BulkKind } from '@/server/features/customers/rules'

/** Few at first, so that both parts are in view. */
const FIRST = 10
const STEP = 50
const ITEMS_MAX = 500

/** What a bulk change would do: totals, the effect in words, what confirms it, refused rows first with reasons, then old → new. */
export function BulkPreview({ kind, plan, children }: { kind: BulkKind; plan: Plan; children: ReactNode }) {
  const t = useTranslations('customer.bulk')
  const { total, willChange, accounts } = plan
  const refused = total - willChange
  return (
    <>
      <p className="text-base tabular-nums">{t('counts', { total, willChange, refused })}</p>
      {willChange > 0 ? <p className="text-base text-ink-2">{t(`effect.${kind}`, { accounts })}</p> : null}
      {children}
      {refused > 0 ? <Rows kind={kind} operationId={plan.operationId} state="refused" count={refused} /> : null}
      {willChange > 0 ? <Rows kind={kind} operationId={plan.operationId} state="pending" count={willChange} /> : null}
    </>
  )
}

type RowsProps = { kind: BulkKind; operationId: string; state: 'refused' | 'pending'; count: number }

function Rows({ kind, operationId, state, count }: RowsProps) {
  const t = useTranslations('customer.bulk')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const format = useFormatter()
  const [limit, setLimit] = useState(FIRST)
  const { data, isPlaceholderData } = useQuery(
    trpc.operations.items.queryOptions({ operationId, state, limit }, { placeholderData: keepPreviousData }),
  )
  return (
    <section>
      <h3 className="mb-1 font-semibold text-sm">
        {state === 'refused' ? t('refused') : t('willChange')}{' '}
        <span className="font-normal text-ink-3 tabular-nums">{format.number(count)}</span>
      </h3>
      <ul className="divide-y divide-line border-line border-y text-sm">
        {(data?.rows ?? []).map((row) => (
          <li key={row.ref} className="grid gap-x-4 py-1.5 sm:grid-cols-2">
            <span className="truncate font-medium">{row.name || t('unknown')}</span>
            {state === 'refused' ? (
              <span className="flex gap-1.5 text-warning-text">
                <span aria-hidden>{SHAPES.caution}</span>
                <span className="min-w-0 break-words">{refusal.ofCode(row.code ?? '', paramsIn(row.params))}</span>
              </span>
            ) : (
              <OldAndNew kind={kind} params={paramsIn(row.params)} />
            )}
          </li>
        ))}
      </ul>
      {data?.nextCursor && limit < ITEMS_MAX ? (
        <Button
          size="sm"
          variant="link"
          className="px-0"
          busy={isPlaceholderData}
          onClick={() => setLimit(Math.min(ITEMS_MAX, limit + STEP))}
        >
          {t('more')}
        </Button>
      ) : null}
    </section>
  )
}

type Params = Record<string, string | number>

const paramsIn = (params: unknown): Params =>
  typeof params === 'object' && params !== null
    ? Object.fromEntries(
        Object.entries(params).filter((entry): entry is [string, string | number] =>
          ['string', 'number'].includes(typeof entry[1]),
        ),
      )
    : {}

function OldAndNew({ kind, params: { from = '', to = '' } }: { kind: BulkKind; params: Params }) {
  const t = useTranslations('customer.bulk')
  const access = useTranslations('access.status')
  const word = (value: string | number): string => {
    if (kind === 'customerTag') return value === '' ? t('noTags') : String(value)
    if (value === 'enabled' || value === 'disabled') return access(value)
    return t('deleted')
  }
  return (
    <span className="min-w-0 break-words">
      <span className="text-ink-3">{word(from)}</span>
      <span aria-hidden>{' → '}</span>
      <span className="font-medium">{word(to)}</span>
    </span>
  )
}

type TypingProps = { plan: Plan; value: string; onChange: (value: string) => void }

/** What is final is confirmed by typing the name, or how many there are. */
export function ConfirmTyping({ plan, value, onChange }: TypingProps) {
  const t = useTranslations('customer.bulk')
  const label = plan.onlyName
    ? t('typeName', { name: plan.onlyName })
    : t('typeNumber', { count: String(plan.willChange) })
  return (
    <Field label={label}>
      <Input
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        inputMode={plan.onlyName ? 'text' : 'numeric'}
      />
    </Field>
  )
}
