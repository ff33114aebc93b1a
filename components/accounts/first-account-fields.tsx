'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { type Door, useDoor } from '@/components/companies/door'
import { useDebounced } from '@/components/forms/use-debounced'
import type { Bind } from '@/components/forms/use-schema-form'
import { useRefusal } from '@/components/trpc/refusal'
import { LOGIN_NAME } from '@/server/features/accounts/schema'
import { AccountProfileFields, type ProfileFieldName } from './account-fields'
import { SignInFields } from './sign-in-fields'

type Check = { door: Door; value: string; companyId?: string | undefined }

/** Whether a login name is taken in the channel, asked when it has been still for a moment. */
function useLoginNameTaken({ door, value, companyId }: Check): boolean | undefined {
  const loginName = useDebounced(value.trim())
  const isWorthAsking = LOGIN_NAME.test(loginName)
  const asked = { loginName, ...(companyId ? { companyId } : {}) }
  const { data } = useQuery(useDoor(door).isLoginNameTaken.queryOptions(asked, { enabled: isWorthAsking }))
  return isWorthAsking ? data : undefined
}

type Props = {
  door: Door
  /** The company below which the new one will hang, when that is not one's own. */
  companyId?: string
  bind: Bind<ProfileFieldName | 'loginName' | 'password'>
  loginName: string
  onSuggest: (password: string) => void
}

/** The first account of a company that is to be: an administrator. Whether its login name is free is said while one types. */
export function FirstAccountFields({ door, companyId, bind, loginName, onSuggest }: Props) {
  const t = useTranslations('accounts.field')
  const refusal = useRefusal()
  const { timeZone } = usePerson()
  const isTaken = useLoginNameTaken({ door, value: loginName, companyId })
  const bindSignIn: Bind<'loginName' | 'password'> = (name) => {
    const bound = bind(name)
    const taken = name === 'loginName' && isTaken ? refusal.ofCode('loginNameTaken') : undefined
    return { ...bound, error: bound.error ?? taken }
  }
  return (
    <div className="flex flex-col gap-6">
      <AccountProfileFields bind={bind} timeZone={timeZone} />
      <SignInFields
        bind={bindSignIn}
        loginNameNote={
          <span aria-live="polite">{isTaken === false && !bind('loginName').error ? t('loginNameFree') : null}</span>
        }
        onSuggest={onSuggest}
      />
    </div>
  )
}
