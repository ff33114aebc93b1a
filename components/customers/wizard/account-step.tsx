'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { AccountProfileFields } from '@/components/accounts/account-fields'
import { MailFields } from '@/components/accounts/mail-fields'
import { SignInFields } from '@/components/accounts/sign-in-fields'
import { useDebounced } from '@/components/forms/use-debounced'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { LOGIN_NAME } from '@/server/features/accounts/schema'
import type { Wizard } from './use-wizard'

/** Whether a login name is taken in the channel, asked when it has been still for a moment. */
function useLoginNameTaken(value: string, companyId: string): boolean | undefined {
  const trpc = useTRPC()
  const loginName = useDebounced(value.trim())
  const isWorthAsking = LOGIN_NAME.test(loginName)
  const { data } = useQuery(
    trpc.customers.isLoginNameTaken.queryOptions({ loginName, companyId }, { enabled: isWorthAsking }),
  )
  return isWorthAsking ? data : undefined
}

/** The first account: an administrator of the new company. */
export function AccountStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('customer.wizard')
  const refusal = useRefusal()
  const { timeZone } = usePerson()
  const { form, bind } = wizard
  const [loginName, companyId] = form.watch(['account.loginName', 'companyId'])
  const isTaken = useLoginNameTaken(loginName, companyId)

  const bindSignIn = (name: 'loginName' | 'password') => {
    const bound = bind(`account.${name}`)
    const taken = name === 'loginName' && isTaken ? refusal.ofCode('loginNameTaken') : undefined
    return { ...bound, error: bound.error ?? taken }
  }

  return (
    <div className="flex flex-col gap-6">
      <AccountProfileFields bind={(name) => bind(`account.${name}`)} timeZone={timeZone} />
      <SignInFields
        bind={bindSignIn}
        loginNameNote={
          <span aria-live="polite">
            {isTaken === false && !bind('account.loginName').error ? t('loginNameFree') : null}
          </span>
        }
        onSuggest={(password) =>
          form.setValue('account.password', password, { shouldDirty: true, shouldValidate: true })
        }
      />
      <MailFields bind={(name) => bind(`account.${name}`)} chosen={form.watch('account.mail')} />
    </div>
  )
}
