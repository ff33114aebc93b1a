'use client'

import { useTranslations } from 'next-intl'
import { useRefusal } from '@/components/trpc/refusal'
import { Checkbox } from '@/components/ui/checkbox'
import type { GrantRow } from '@/server/features/plans/grants'

type Props = {
  rows: readonly GrantRow[]
  /** Ids of plans. */
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}

/** Which of one's plans a reseller shall sell; what cannot be given now says why. */
export function GrantChoices({ rows, chosen, onChange }: Props) {
  const t = useTranslations('plans')
  const refusal = useRefusal()
  const toggle = (id: string, is: boolean) => onChange(is ? [...chosen, id] : chosen.filter((one) => one !== id))
  return rows.map((row) => (
    <Checkbox
      key={row.planId}
      name={row.planId}
      checked={chosen.includes(row.planId)}
      disabled={row.refusal !== null && !chosen.includes(row.planId)}
      onChange={(event) => toggle(row.planId, event.currentTarget.checked)}
      label={row.name}
      hint={
        row.refusal
          ? refusal.ofCode(row.refusal)
          : t('grants.of', { product: row.product, version: t(`version.${row.version}`) })
      }
    />
  ))
}
