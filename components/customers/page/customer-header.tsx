'use client'

import { ArrowRightLeft, Building2, CircleCheck, CirclePause, Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { CompanyStatus } from '@/components/companies/company-status'
import { Instant } from '@/components/time'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import type { MenuEntry } from '@/components/ui/menu'
import { PageHeader } from '@/components/ui/page-header'
import { Badge, CountPair } from '@/components/ui/status'
import { DeleteDialog } from '../dialogs/delete-dialog'
import { DisableDialog, EnableDialog } from '../dialogs/disable-dialog'
import { MoveDialog } from '../dialogs/move-dialog'
import type { CustomerPageState } from './use-customer'

type Props = { page: CustomerPageState; isEditing: boolean; onEdit: () => void; children: ReactNode }

/** The head of a customer's page: what it is, how it stands, what can be done with it. */
export function CustomerHeader({ page, isEditing, onEdit, children }: Props) {
  const t = useTranslations('customer.page')
  const c = useTranslations('companies.portal')
  const [open, setOpen] = useState<'status' | 'delete' | 'move' | null>(null)
  const { customer, reason, deleteReason, can } = page
  const isEnabled = customer.status === 'enabled'
  const statusAction: MenuEntry = {
    key: 'status',
    label: isEnabled ? t('disable') : t('enable'),
    icon: isEnabled ? CirclePause : CircleCheck,
    reason,
    onSelect: () => setOpen('status'),
  }
  const deleteAction: MenuEntry = {
    key: 'delete',
    label: t('delete'),
    icon: Trash2,
    tone: 'danger',
    reason: deleteReason,
    onSelect: () => setOpen('delete'),
  }
  const moveAction: MenuEntry = {
    key: 'move',
    label: t('move'),
    icon: ArrowRightLeft,
    reason,
    onSelect: () => setOpen('move'),
  }
  const Ask = isEnabled ? DisableDialog : EnableDialog
  return (
    <PageHeader
      title={customer.name}
      status={
        <>
          <CompanyStatus status={customer.status} />
          <Badge>{c(`${customer.portal}Short`)}</Badge>
        </>
      }
      facts={<Facts page={page} />}
      menu={[
        ...(can.disable ? [statusAction] : []),
        ...(can.move ? [moveAction] : []),
        ...(can.delete ? [deleteAction] : []),
      ]}
      action={
        can.update ? (
          <Button variant="primary" icon={Pencil} reason={reason} disabled={isEditing} onClick={onEdit}>
            {t('edit')}
          </Button>
        ) : null
      }
    >
      <Banners page={page} />
      {children}
      {open === 'status' ? <Ask customer={customer} onClose={() => setOpen(null)} /> : null}
      {open === 'move' ? <MoveDialog customer={customer} onClose={() => setOpen(null)} /> : null}
      {open === 'delete' ? <DeleteDialog customer={customer} onClose={() => setOpen(null)} /> : null}
    </PageHeader>
  )
}

function Banners({ page: { customer } }: Pick<Props, 'page'>) {
  const t = useTranslations('customer.page')
  const { manager, status } = customer
  if (manager.status === 'suspended' || manager.status === 'cancelled') {
    const key = manager.status === 'suspended' ? 'partnerSuspended' : 'partnerCancelled'
    return (
      <Banner tone="warning" className="mb-3">
        {t(key, { name: manager.name })}
      </Banner>
    )
  }
  return status === 'disabled' ? (
    <Banner tone="warning" className="mb-3">
      {t('disabledBanner')}
    </Banner>
  ) : null
}

/** Partner, attention and last transaction in one line. */
function Facts({ page: { customer } }: Pick<Props, 'page'>) {
  const t = useTranslations('customer.page')
  const format = useFormatter()
  const person = usePerson()
  const { manager, attention, lastTransactionAt, createdAt } = customer
  const isOwn = manager.id === person.companyId
  const pair = (red: number, yellow: number, href?: string) => (
    <CountPair
      isLine
      red={red ? { figure: format.number(red), label: t('action', { count: red }), href } : null}
      yellow={yellow ? { figure: format.number(yellow), label: t('warning', { count: yellow }), href } : null}
    />
  )
  const { threatAction, threatWarning, licenceAction, licenceWarning } = attention
  return (
    <>
      {isOwn ? null : (
        <span className="inline-flex items-center gap-1">
          <Building2 aria-hidden className="size-3.5" strokeWidth={1.75} />
          {t('partner')}{' '}
          <Link prefetch={false} className="text-accent-text hover:underline" href={`/customers?partner=${manager.id}`}>
            {manager.name}
          </Link>
        </span>
      )}
      {threatAction + threatWarning > 0 ? (
        <span className="inline-flex gap-1">
          {t('attention')} {pair(threatAction, threatWarning)}
        </span>
      ) : null}
      {licenceAction + licenceWarning > 0 ? (
        <span className="inline-flex gap-1">
          {t('licenceAttention')} {pair(licenceAction, licenceWarning, '?tab=licences')}
        </span>
      ) : null}
      <span>
        {t.rich('lastTransaction', {
          when: () => (lastTransactionAt ? <Instant at={lastTransactionAt} className="text-ink-2" /> : t('never')),
        })}
      </span>
      <span>{t.rich('created', { when: () => <Instant at={createdAt} className="text-ink-2" /> })}</span>
    </>
  )
}
