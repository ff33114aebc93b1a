'use client'

import { useTranslations } from 'next-intl'
import type { ComponentProps, ReactNode } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { Instant } from '@/components/time'
import { CardCell } from '@/components/ui/card-cell'
import { cn } from '@/components/ui/cn'
import { Badge, Status } from '@/components/ui/status'
import type { AccountRow } from '@/server/features/accounts/queries'
import { AccountActions } from './account-actions'
import type { AccountsOf } from './relation'

type Props = {
  of: AccountsOf
  rows: readonly AccountRow[]
  mayChange: boolean
  mayHelp: boolean
  reason: string | null
}

/** A row for each account; on a phone a card with the same facts in the same order. */
export function AccountsTable({ of, rows, mayChange, mayHelp, reason }: Props) {
  const t = useTranslations('accounts')
  const heading = (key: 'name' | 'email' | 'role' | 'status' | 'twoFactor' | 'lastSignIn') => (
    <th scope="col" className="px-3 py-2 text-left font-medium text-ink-3 text-xs">
      {t(`column.${key}`)}
    </th>
  )
  return (
    <div className="relative overflow-x-auto rounded-md border border-line bg-surface">
      <table className="w-full border-collapse text-sm max-md:block">
        <caption className="sr-only">{t('title')}</caption>
        <thead className="border-line border-b max-md:sr-only">
          <tr>
            {heading('name')}
            {heading('email')}
            {heading('role')}
            {heading('status')}
            {heading('twoFactor')}
            {heading('lastSignIn')}
            {mayChange || mayHelp ? (
              <th scope="col" className="w-12">
                <span className="sr-only">{t('column.actions')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((account) => (
            <Row key={account.id} account={account}>
              {mayChange || mayHelp ? (
                <AccountActions of={of} account={account} reason={reason} mayChange={mayChange} mayHelp={mayHelp} />
              ) : null}
            </Row>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ account, children }: { account: AccountRow; children: ReactNode }) {
  const t = useTranslations('accounts')
  const access = useTranslations('access')
  const { accountId } = usePerson()
  return (
    <tr className="relative border-line border-b last:border-b-0 hover:bg-sunken max-md:block max-md:px-1 max-md:py-2 max-md:pr-12">
      <Cell className="max-md:font-medium">
        <span className="flex items-center gap-2">
          <span className="min-w-0 truncate font-medium">
            {account.firstName} {account.lastName}
          </span>
          {account.id === accountId ? <Badge tone="info">{t('you')}</Badge> : null}
        </span>
        <span className="block truncate font-mono text-ink-3 text-xs">{account.loginName}</span>
      </Cell>
      <Cell>
        <a
          href={`mailto:${account.email}`}
          className="wrap-anywhere text-accent-text underline-offset-3 hover:underline"
        >
          {account.email}
        </a>
        <Phone account={account} />
      </Cell>
      <Cell>{access(`role.${account.role}`)}</Cell>
      <Cell>
        <AccountStatus account={account} />
      </Cell>
      <Cell label={t('column.twoFactor')}>
        <Status
          tone={account.twoFactor === 'on' ? 'good' : 'neutral'}
          shape={account.twoFactor === 'on' ? 'tick' : 'empty'}
        >
          {t(`twoFactor.${account.twoFactor}`)}
        </Status>
      </Cell>
      <Cell label={t('column.lastSignIn')}>
        <LastSignIn at={account.lastSignInAt} />
      </Cell>
      {children ? (
        <td className="px-2 py-1 text-right align-top max-md:absolute max-md:top-2 max-md:right-1 max-md:p-0">
          {children}
        </td>
      ) : null}
    </tr>
  )
}

const Cell = ({ className, ...props }: ComponentProps<typeof CardCell>) => (
  <CardCell {...props} className={cn('max-w-80 px-3 align-top max-md:max-w-none', className)} />
)

function Phone({ account }: { account: AccountRow }) {
  const { phoneCountry, phoneArea, phoneNumber, phoneExtension } = account
  const number = [phoneCountry, phoneArea, phoneNumber].filter((part) => part !== '').join(' ')
  if (number === '') return null
  return (
    <span className="block text-ink-3 text-xs">
      {number}
      {phoneExtension === '' ? null : ` × ${phoneExtension}`}
    </span>
  )
}

function AccountStatus({ account }: { account: AccountRow }) {
  const t = useTranslations('accounts.status')
  if (!account.enabled)
    return (
      <Status tone="danger" shape="cross">
        {t('disabled')}
      </Status>
    )
  if (!account.canSignIn)
    return (
      <Status tone="warning" shape="empty">
        {t('noPassword')}
      </Status>
    )
  return <Status tone="good">{t('enabled')}</Status>
}

function LastSignIn({ at }: { at: string | null }) {
  const t = useTranslations('accounts')
  if (at === null) return <span className="text-ink-3">{t('never')}</span>
  return <Instant at={at} />
}
