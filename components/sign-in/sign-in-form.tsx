'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type SubmitEvent, useRef } from 'react'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { CodeField } from './code-field'
import { PasswordInput } from './password-input'
import { useMissing } from './use-missing'
import { useSignIn } from './use-sign-in'

type Props = {
  /** The company whose page this is; null on the general page, which asks for it. */
  slug: string | null
  rememberedSlug: string
  next: string
}

const plainText = { autoCapitalize: 'none', autoCorrect: 'off', spellCheck: false, required: true } as const

/** Login name and password; on the general page the company's address name as well. */
export function SignInForm({ slug, rememberedSlug, next }: Props) {
  const t = useTranslations('signIn')
  const { busy, error, enter, asksCode, beginAgain } = useSignIn(next)
  const { isComplete, errorOf } = useMissing()
  const password = useRef<HTMLInputElement>(null)

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!isComplete(event.currentTarget)) return
    const fields = new FormData(event.currentTarget)
    const text = (name: string) => String(fields.get(name) ?? '')
    const isIn = await enter('form', {
      slug: slug ?? text('slug'),
      loginName: text('loginName'),
      password: text('password'),
      ...(asksCode ? { code: text('code') } : {}),
    })
    if (!isIn) password.current?.select()
  }

  return (
    // Before the script is there, a form sends itself: by POST, so that no password stands in an address.
    <form
      method="post"
      action="/api/auth/callback/credentials"
      noValidate
      onSubmit={submit}
      className="flex flex-col gap-4"
    >
      {/* Kept while the code is asked for: both go together. */}
      <div hidden={asksCode} className={asksCode ? undefined : 'contents'}>
        {slug === null ? (
          <Field
            label={t('slug')}
            error={errorOf('slug')}
            hint={t.rich('slugHint', { b: (chunks) => <b className="font-medium text-ink-2">{chunks}</b> })}
          >
            <Input {...plainText} name="slug" defaultValue={rememberedSlug} autoComplete="organization" />
          </Field>
        ) : null}
        <Field label={t('loginName')} error={errorOf('loginName')}>
          <Input
            {...plainText}
            name="loginName"
            autoComplete="username"
            autoFocus={slug !== null || rememberedSlug !== ''}
          />
        </Field>
        <Field label={t('password')} error={errorOf('password')}>
          <PasswordInput ref={password} name="password" autoComplete="current-password" required />
        </Field>
      </div>
      {asksCode ? <CodeField error={errorOf('code')} /> : null}
      {error ? (
        <Banner tone="danger" live>
          {error}
        </Banner>
      ) : null}
      <Button type="submit" variant="primary" size="lg" busy={busy !== null}>
        {t('submit')}
      </Button>
      {asksCode ? (
        <Button variant="ghost" onClick={beginAgain}>
          {t('code.back')}
        </Button>
      ) : (
        <Link href="/forgot" className="text-accent-text text-sm underline-offset-3 hover:underline">
          {t('forgot.link')}
        </Link>
      )}
    </form>
  )
}
