'use client'

import { useTranslations } from 'next-intl'
import type { Bind } from '@/components/forms/use-schema-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'

/** Whether and when the person is told of the new account. `chosen`: what the form holds. */
export function MailFields({ bind, chosen = 'now' }: { bind: Bind<'mail' | 'mailOn'>; chosen?: string | undefined }) {
  const t = useTranslations('accounts.mail')
  const mail = bind('mail')
  const on = bind('mailOn')
  return (
    <div className="grid gap-4">
      <RadioGroup
        legend={t('legend')}
        input={mail.input}
        error={mail.error}
        options={[
          { value: 'now', label: t('now'), hint: t('nowHint') },
          { value: 'later', label: t('later'), hint: t('onHint') },
          { value: 'none', label: t('none'), hint: t('noneHint') },
        ]}
      />
      {chosen === 'later' ? (
        <Field label={t('on')} error={on.error} required>
          <Input {...on.input} type="date" className="max-w-48" />
        </Field>
      ) : null}
    </div>
  )
}
