'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Bind } from '@/components/forms/use-schema-form'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PASSWORD_MIN } from '@/server/features/accounts/schema'

const SYLLABLES =
  'ba be bi bo bu da de di do du fa fe fi fo fu ga ge gi go gu ka ke ki ko ku la le li lo lu ma me mi mo mu na ne ni no nu pa pe pi po pu ra re ri ro ru sa se si so su ta te ti to tu va ve vi vo vu za ze zi zo zu'.split(
    ' ',
  )
const WORDS = 4
const SYLLABLES_IN_WORD = 3

/** A random number below `limit`, each equally likely. */
function below(limit: number): number {
  const most = 256 - (256 % limit)
  const [byte = 0] = crypto.getRandomValues(new Uint8Array(1))
  return byte < most ? byte % limit : below(limit)
}

/** Four speakable words of chance: 75 bits, easy to read out on the phone. */
export const suggestPassword = (): string =>
  Array.from({ length: WORDS }, () =>
    Array.from({ length: SYLLABLES_IN_WORD }, () => SYLLABLES[below(SYLLABLES.length)]).join(''),
  ).join('-')

type Props = {
  bind: Bind<'loginName' | 'password'>
  onSuggest: (password: string) => void
  /** Beside the label of the login name: whether it is free. */
  loginNameNote?: ReactNode
}

/** How a new account signs in: its login name, and the first password if there is to be one. */
export function SignInFields({ bind, onSuggest, loginNameNote }: Props) {
  const t = useTranslations('accounts.field')
  const loginName = bind('loginName')
  const password = bind('password')
  return (
    <div className="grid gap-4">
      <Field label={t('loginName')} hint={t('loginNameHint')} error={loginName.error} note={loginNameNote} required>
        <Input {...loginName.input} autoComplete="off" autoCapitalize="none" spellCheck={false} />
      </Field>
      <Field
        label={t('password')}
        hint={t('passwordHint', { min: PASSWORD_MIN })}
        error={password.error}
        note={
          <Button variant="link" size="sm" className="h-auto px-0" onClick={() => onSuggest(suggestPassword())}>
            {t('suggest')}
          </Button>
        }
      >
        <Input {...password.input} autoComplete="new-password" className="font-mono" spellCheck={false} />
      </Field>
    </div>
  )
}
