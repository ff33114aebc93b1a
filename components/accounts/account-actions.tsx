'use client'

import { Ban, CircleCheck, Download, Ellipsis, Eraser, Pencil, Trash2, UserCog } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { useRefusal } from '@/components/trpc/refusal'
import { IconButton } from '@/components/ui/icon-button'
import { Menu } from '@/components/ui/menu'
import type { AccountRow } from '@/server/features/accounts/queries'
import { givableRoles, mayDelete, maySetEnabled, maySetRole } from '@/server/features/accounts/rules'
import type { Decision } from '@/server/lib/result'
import type { AccountsOf } from './relation'

const EditDialog = lazy(() => import('./edit-account-dialog').then((m) => ({ default: m.EditAccountDialog })))
const RoleDialog = lazy(() => import('./role-dialog').then((m) => ({ default: m.RoleDialog })))
const EnabledDialog = lazy(() => import('./end-dialogs').then((m) => ({ default: m.EnabledDialog })))
const DeleteDialog = lazy(() => import('./end-dialogs').then((m) => ({ default: m.DeleteDialog })))
const PersonalDataDialog = lazy(() => import('./person-dialogs').then((m) => ({ default: m.PersonalDataDialog })))
const EraseDialog = lazy(() => import('./person-dialogs').then((m) => ({ default: m.EraseDialog })))

const DIALOGS = {
  edit: EditDialog,
  role: RoleDialog,
  disable: EnabledDialog,
  enable: EnabledDialog,
  delete: DeleteDialog,
  personalData: PersonalDataDialog,
  erase: EraseDialog,
} as const

type Props = {
  of: AccountsOf
  account: AccountRow
  /** Why nothing can be changed here at the moment. */
  reason: string | null
}

/** What can be done with one account; what its rules refuse is disabled and says why. */
export function AccountActions({ of, account, reason }: Props) {
  const t = useTranslations('accounts')
  const refusal = useRefusal()
  const person = usePerson()
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null)
  const why = (decision: Decision<unknown>) =>
    reason ?? (decision.ok ? null : refusal.ofCode(decision.code, decision.params))
  const name = `${account.firstName} ${account.lastName}`
  const step = account.enabled ? 'disable' : 'enable'
  const otherRole = givableRoles(person.role, of.kind).find((role) => role !== account.role) ?? 'administrator'
  const Open = open === null ? null : DIALOGS[open]
  return (
    <>
      <Menu
        label={t('actionsOf', { name })}
        trigger={(trigger) => <IconButton {...trigger} icon={Ellipsis} label={t('actionsOf', { name })} size="sm" />}
        items={[
          { key: 'edit', label: t('edit.action'), icon: Pencil, reason, onSelect: () => setOpen('edit') },
          {
            key: 'role',
            label: t('role.action'),
            icon: UserCog,
            reason: why(maySetRole(person, account, otherRole, of.kind)),
            onSelect: () => setOpen('role'),
          },
          {
            key: step,
            label: t(`${step}.action`),
            icon: account.enabled ? Ban : CircleCheck,
            reason: why(maySetEnabled(account, !account.enabled)),
            onSelect: () => setOpen(step),
          },
          {
            key: 'personalData',
            label: t('person.data.action'),
            icon: Download,
            reason,
            onSelect: () => setOpen('personalData'),
          },
          { key: 'line', separator: true },
          {
            key: 'delete',
            label: t('delete.action'),
            icon: Trash2,
            tone: 'danger',
            reason: why(mayDelete(account)),
            onSelect: () => setOpen('delete'),
          },
          {
            key: 'erase',
            label: t('person.erase.action'),
            icon: Eraser,
            tone: 'danger',
            reason: why(mayDelete(account)),
            onSelect: () => setOpen('erase'),
          },
        ]}
      />
      {Open ? (
        <Suspense>
          <Open of={of} account={account} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  )
}
