'use client'

import { Copy, KeyRound, Pencil, Power, SquareArrowOutUpRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useCan } from '@/components/access/access-provider'
import { useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { MenuEntry } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import type { PlanRecord } from '@/server/features/plans/queries'
import { mayEdit, mayIssue, mayOfferTrial, maySwitch } from '@/server/features/plans/rules'
import type { Decision } from '@/server/lib/result'
import { DuplicateDialog } from './duplicate-dialog'
import { PlanStates } from './plan-states'
import { ReviewDialog } from './review-dialog'
import { SwitchDialog } from './switch-dialog'

type Props = { plan: PlanRecord; isEditing: boolean; onEdit: () => void; children: ReactNode }

/** Name, states, and what can be done with a plan; what cannot be done says why. */
export function PlanHeader({ plan, isEditing, onEdit, children }: Props) {
  const t = useTranslations('plans')
  const can = useCan()
  const [dialog, setDialog] = useState<'duplicate' | 'switch' | 'review' | null>(null)
  const menu = usePlanMenu(plan, setDialog)
  const refusal = useRefusal()
  const edit = mayEdit(plan, plan.today)
  const close = () => setDialog(null)
  const review =
    plan.isOwn && plan.locked && can('plan.approve') ? (
      <Button variant="primary" onClick={() => setDialog('review')}>
        {t('review.open')}
      </Button>
    ) : null
  const change =
    plan.isOwn && can('plan.update') ? (
      <Button
        variant="primary"
        icon={Pencil}
        reason={edit.ok ? null : refusal.ofCode(edit.code, edit.params)}
        disabled={isEditing}
        onClick={onEdit}
      >
        {t('edit')}
      </Button>
    ) : null
  return (
    <PageHeader
      title={plan.name}
      status={<PlanStates states={plan.states} />}
      facts={
        <>
          {can('product.view') ? (
            <TextLink href={`/products/${plan.productId}`}>{plan.product.name}</TextLink>
          ) : (
            <span>{plan.product.name}</span>
          )}
          <span>{t(`version.${plan.version}`)}</span>
          {plan.isOwn ? null : (
            <span>{plan.isGranted ? t('page.granted') : t('page.of', { owner: plan.ownerName })}</span>
          )}
        </>
      }
      menu={menu}
      action={review ?? change}
    >
      {plan.locked ? (
        <Banner tone="warning" title={t('page.lockedTitle')} className="mb-3">
          {plan.isOwn ? t('page.locked') : t('page.lockedOther')}
        </Banner>
      ) : null}
      {children}
      {dialog === 'duplicate' ? <DuplicateDialog plan={plan} onClose={close} /> : null}
      {dialog === 'switch' ? <SwitchDialog plan={plan} onClose={close} /> : null}
      {dialog === 'review' ? <ReviewDialog plan={plan} onClose={close} /> : null}
    </PageHeader>
  )
}

function usePlanMenu(plan: PlanRecord, open: (dialog: 'duplicate' | 'switch') => void): MenuEntry[] {
  const t = useTranslations('plans')
  const can = useCan()
  const refusal = useRefusal()
  const reason = (decision: Decision) => (decision.ok ? null : refusal.ofCode(decision.code, decision.params))
  const trial = mayOfferTrial({ ...plan, granted: true, nfrTaken: false }, plan.today)
  return [
    ...(can('key.create') && (plan.isOwn || plan.isGranted)
      ? [
          {
            key: 'keys',
            label: t('menu.keys'),
            icon: KeyRound,
            reason: reason(mayIssue(plan, plan.today)),
            href: `/keys?plan=${plan.id}&generate=${plan.id}`,
          },
        ]
      : []),
    ...(plan.trialUrl
      ? [
          {
            key: 'trial',
            label: t('menu.trial'),
            icon: SquareArrowOutUpRight,
            reason: reason(trial),
            href: plan.trialUrl,
          },
        ]
      : []),
    ...(plan.isOwn && can('plan.create')
      ? [
          {
            key: 'duplicate',
            label: t('menu.duplicate'),
            icon: Copy,
            reason: reason(mayEdit(plan, plan.today)),
            onSelect: () => open('duplicate'),
          },
        ]
      : []),
    ...(plan.isOwn && can('plan.update')
      ? [
          {
            key: 'switch',
            label: plan.enabled ? t('menu.disable') : t('menu.enable'),
            icon: Power,
            reason: reason(maySwitch(plan, !plan.enabled, plan.today)),
            onSelect: () => open('switch'),
          },
        ]
      : []),
  ]
}
