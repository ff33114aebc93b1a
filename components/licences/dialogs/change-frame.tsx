'use client'

import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { FormDialog } from '@/components/forms/form-dialog'
import { useRefusal } from '@/components/trpc/refusal'
import { Checkbox } from '@/components/ui/checkbox'
import { SHAPES } from '@/components/ui/status'
import type { SubscriptionRow } from '@/server/features/licences/queries'
import type { Effect } from '@/server/features/licences/state'
import type { Decision } from '@/server/lib/result'
import { EffectLines } from '../effect-lines'
import type { Holder } from '../held'
import { useLicenceChange, type Wanted } from '../use-licence-change'

/** What every dialog of one licence is given. */
export type ChangeProps = { row: SubscriptionRow; holder: Holder; onClose: () => void }

type FrameProps = ChangeProps & {
  wanted: Wanted
  /** What the rules say to it; null while that is not known. */
  decision: Decision<Effect> | null
  plans?: Readonly<Record<string, string>>
  /** A sentence about the consequence, where old → new does not say it. */
  note?: ReactNode
  children?: ReactNode
}

/** A change of one licence: what is asked for, what exactly would happen, whether a mail goes out. */
export function ChangeFrame({ row, holder, onClose, wanted, decision, plans, note, children }: FrameProps) {
  const t = useTranslations('licence')
  const refusal = useRefusal()
  const [sendMail, setSendMail] = useState(true)
  const { send, isBusy, error } = useLicenceChange(row, holder, onClose)
  const no = decision && !decision.ok ? decision : null
  const reason = no ? refusal.ofCode(no.code, no.params) : decision ? null : t('working')
  return (
    <FormDialog
      title={t(`dialog.${wanted.kind}`, { product: row.product.name })}
      description={`${holder.name} · ${row.planName}`}
      submitLabel={t(`submit.${wanted.kind}`)}
      tone={wanted.kind === 'cancel' ? 'danger' : 'primary'}
      closeLabel={t('close')}
      banner={error}
      isBusy={isBusy}
      reason={reason}
      onSubmit={() => send({ ...wanted, sendMail })}
      onClose={onClose}
    >
      {children}
      <section aria-live="polite" className="rounded-md border border-line bg-sunken px-3 py-2.5">
        <h3 className="mb-1.5 font-semibold text-sm">{t('whatHappens')}</h3>
        {no ? (
          <p className="flex gap-1.5 text-base text-warning-text">
            <span aria-hidden>{SHAPES.caution}</span>
            <span className="min-w-0 break-words">{reason}</span>
          </p>
        ) : null}
        {decision ? null : <p className="text-base text-ink-3">{reason}</p>}
        {decision?.ok ? <EffectLines effect={decision.value} unit={row.unit} {...(plans ? { plans } : {})} /> : null}
        {decision?.ok && note ? <p className="mt-2 text-base text-ink-2">{note}</p> : null}
      </section>
      <Checkbox
        label={t('sendMail')}
        hint={t('sendMailHint')}
        checked={sendMail}
        onChange={(event) => setSendMail(event.target.checked)}
      />
    </FormDialog>
  )
}
