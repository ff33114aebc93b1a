'use client'

import { Ban, CircleCheck, Download, Ellipsis, Eraser, Mail, Pencil, ShieldOff, Trash2, UserCog } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { lazy, Suspense, useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { useRefusal } from '@/components/trpc/refusal'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, type MenuEntry } from '@/components/ui/menu'
import type { AccountRow } from '@/server/features/accounts/queries'
import { givableRoles, mayDelete, mayGiveRole, maySetEnabled, maySetRole } from '@/server/features/accounts/rules'
import type { Decision } from '@/server/lib/result'
import type { AccountsOf } from './relation'

const EditDialog = lazy(() => import('./edit-account-dialog').then((m) => ({ default: m.EditAccountDialog })))
const RoleDialog = lazy(() => import('./role-dialog').then((m) => ({ default: m.RoleDialog })))
const EnabledDialog = lazy(() => import('./end-dialogs').then((m) => ({ default: m.EnabledDialog })))
const DeleteDialog = lazy(() => import('./end-dialogs').then((m) => ({ default: m.DeleteDialog })))
const PersonalDataDialog = lazy(() => import('./person-dialogs').then((m) => ({ default: m.PersonalDataDialog })))
const EraseDialog = lazy(() => import('./person-dialogs').then((m) => ({ default: m.EraseDialog })))
const LinkDialog = lazy(() => import('./help-dialogs').then((m) => ({ default: m.LinkDialog })))
const ResetDialog = lazy(() => import('./help-dialogs').then((m) => ({ default: m.ResetTwoFactorDialog })))

const DIALOGS = {
  edit: EditDialog,
  role: RoleDialog,
  disable: EnabledDialog,
  enable: EnabledDialog,
  delete: DeleteDialog,
  link: LinkDialog,
  reset: ResetDialog,
  personalData: PersonalDataDialog,
  erase: EraseDialog,
} as const

type Props = {
  of: AccountsOf
  account: AccountRow
  /** Why nothing can be changed here at the moment. */
  reason: string | null
  mayChange: boolean
  mayHelp: boolean
}

/** What can be done with one account; what its rules refuse is disabled and says why. */
export function AccountActions({ of, account, reason, mayChange, mayHelp }: Props) {
  const t = useTranslations('accounts')
  const refusal = useRefusal()
  const person = usePerson()
  const [open, setOpen] = useState<keyof typeof DIALOGS | null>(null)
  const why = (decision: Decision<unknown>) =>
    reason ?? (decision.ok ? null : refusal.ofCode(decision.code, decision.params))
  const name = `${account.firstName} ${account.lastName}`
  const step = account.enabled ? 'disable' : 'enable'
  const otherRole = givableRoles(person.role, of.kind).find((role) => role !== account.role) ?? 'administrator'
  const help: MenuEntry[] = [
    {
      key: 'link',
      label: t(account.canSignIn ? 'link.action' : 'link.invite'),
      icon: Mail,
      reason: reason ?? (account.enabled ? null : refusal.ofCode('accountDisabled')),
      onSelect: () => setOpen('link'),
    },
    {
      key: 'reset',
      label: t('reset2fa.action'),
      icon: ShieldOff,
      reason:
        account.twoFactor === 'off'
          ? refusal.ofCode('twoFactorOff')
          : why(mayGiveRole(person.role, account.role, of.kind)),
      onSelect: () => setOpen('reset'),
    },
  ]
  const change: MenuEntry[] = [
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
    ...(mayHelp ? help : []),
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
  ]
  const Open = open === null ? null : DIALOGS[open]
  return (
    <>
      <Menu
        label={t('actionsOf', { name })}
        trigger={(trigger) => <IconButton {...trigger} icon={Ellipsis} label={t('actionsOf', { name })} size="sm" />}
        items={mayChange ? change : help}
      />
      {Open ? (
        <Suspense>
          <Open of={of} account={account} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </>
  )
}
