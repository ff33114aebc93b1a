'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { refusalIn, useRefusal } from '@/components/trpc/refusal'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { PASSWORD_MAX, PASSWORD_MIN } from '@/server/features/accounts/limits'
import { CodeField } from './code-field'
import { PasswordInput } from './password-input'
import { useMissing } from './use-missing'
import { useSignIn } from './use-sign-in'

type Props = { purpose: 'invitation' | 'passwordReset'; token: string; loginName: string }
type Chosen = { slug: string; loginName: string; password: string }

/** Chooses the password of the account that a link is for, and signs in with it; with the second factor, if there is one. */
export function ChoosePasswordForm({ purpose, token, loginName }: Props) {
  const t = useTranslations('signIn')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const { busy, error, enter, asksCode } = useSignIn('/')
  const { isComplete, errorOf } = useMissing()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const choose = useMutation(
    trpc.signIn.choosePassword.mutationOptions({
      onSuccess: (account, { password }) => {
        const secret = { ...account, password }
        setChosen(secret)
        return enter('form', secret)
      },
    }),
  )
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isComplete(event.currentTarget)) return
    const fields = new FormData(event.currentTarget)
    if (chosen) return void enter('form', { ...chosen, code: String(fields.get('code') ?? '') })
    choose.mutate({ purpose, token, password: String(fields.get('password') ?? '') })
  }
  const refused = choose.error ? refusalIn(choose.error) : null
  const atField = choose.error ? refusal.ofFields(choose.error).password : undefined
  const banner = error ?? (refused && !atField ? refusal.of(choose.error) : null)
  return (
    // Before the script is there, a form sends itself: by POST, so that no password stands in an address.
    <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
      <input type="text" name="username" autoComplete="username" value={loginName} readOnly hidden />
      {chosen ? null : (
        <Field
          label={t('choose.password')}
          hint={t('choose.hint', { min: PASSWORD_MIN })}
          error={errorOf('password') ?? atField}
        >
          <PasswordInput
            name="password"
            autoComplete="new-password"
            required
            autoFocus
            minLength={PASSWORD_MIN}
            maxLength={PASSWORD_MAX}
          />
        </Field>
      )}
      {chosen ? <Banner live>{t('choose.done')}</Banner> : null}
      {asksCode ? <CodeField error={errorOf('code')} /> : null}
      {banner ? (
        <Banner tone="danger" live>
          {banner}
        </Banner>
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={choose.isPending || busy !== null}>
        {t(chosen ? 'submit' : 'choose.submit')}
      </Button>
    </form>
  )
}
