'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
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
  const form = useId()
  const [sendMail, setSendMail] = useState(true)
  const { send, isBusy, error } = useLicenceChange(row, holder, onClose)
  const no = decision && !decision.ok ? decision : null
  const reason = no ? refusal.ofCode(no.code, no.params) : decision ? null : t('working')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (decision?.ok && !isBusy) send({ ...wanted, sendMail })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t(`dialog.${wanted.kind}`, { product: row.product.name })}
      description={`${holder.name} · ${row.planName}`}
      footer={
        <>
          <Button onClick={onClose}>{t('close')}</Button>
          <Button
            type="submit"
            form={form}
            variant={wanted.kind === 'cancel' ? 'danger' : 'primary'}
            busy={isBusy}
            reason={reason}
          >
            {t(`submit.${wanted.kind}`)}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
        {error ? (
          <Banner tone="danger" live>
            {error}
          </Banner>
        ) : null}
        {children}
        <section aria-live="polite" className="rounded-md border border-line bg-sunken px-3 py-2.5">
          <h3 className="mb-1.5 font-semibold text-sm">{t('whatHappens')}</h3>
          {no ? (
            <p className="flex gap-1.5 text-base text-warning-text">
              <span aria-hidden>{SHAPES.caution}</span>
              <span className="min-w-0 break-words">{reason}</span>
            </p>
          ) : null}
          {decision?.ok ? <EffectLines effect={decision.value} unit={row.unit} {...(plans ? { plans } : {})} /> : null}
          {decision?.ok && note ? <p className="mt-2 text-base text-ink-2">{note}</p> : null}
        </section>
        <Checkbox
          label={t('sendMail')}
          hint={t('sendMailHint')}
          checked={sendMail}
          onChange={(event) => setSendMail(event.target.checked)}
        />
      </form>
    </Dialog>
  )
}
