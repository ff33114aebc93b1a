'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { SkeletonLines } from '@/components/ui/skeleton'
import { UNITS_MAX } from '@/server/features/licences/state'
import { WishList } from '../assign/wish-list'
import { type WishDraft, wishOf } from '../assign/wishes'
import { usePlanChoice } from '../use-plan-choice'
import { AskDialog, type AskProps } from './ask-dialog'

/** Which plans the selected customers shall get; `managerId`: whose plans are offered. */
export function AskAssign({ managerId, ...props }: AskProps & { managerId: string }) {
  const t = useTranslations('licence.assign')
  const refusal = useRefusal()
  const { data: choice, error } = usePlanChoice(managerId)
  const [drafts, setDrafts] = useState<WishDraft[]>([])
  const wishes = drafts.map(wishOf)
  const isRight = wishes.every(({ units }) => units >= 1 && units <= UNITS_MAX)
  const reason =
    wishes.length === 0
      ? t('choosePlanFirst')
      : isRight
        ? null
        : refusal.ofCode('unitsOutOfRange', { min: 1, max: UNITS_MAX })
  return (
    <AskDialog {...props} ask={reason === null ? { kind: 'licenceAssign', wishes } : null} reason={reason}>
      {error ? <Banner tone="danger">{refusal.of(error)}</Banner> : null}
      {choice ? (
        <>
          <p className="text-ink-3 text-sm">{t('plansOf', { manager: choice.manager.name })}</p>
          <WishList choice={choice} wishes={drafts} onChange={setDrafts} hasProduct={() => true} />
        </>
      ) : error ? null : (
        <SkeletonLines lines={3} />
      )}
    </AskDialog>
  )
}
