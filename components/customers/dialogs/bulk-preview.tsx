'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BulkRows, type Params, paramsIn } from '@/components/bulk/bulk-rows'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { OldNew } from '@/components/ui/old-new'
import type { Plan } from '@/server/features/customers/bulk-plan'
import type { BulkKind } from '@/server/features/customers/rules'

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
      <BulkRows
        operationId={plan.operationId}
        counts={{ total, willChange }}
        change={(params) => <OldAndNew kind={kind} params={paramsIn(params)} />}
      />
    </>
  )
}

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
      <OldNew old={word(from)} now={word(to)} />
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
