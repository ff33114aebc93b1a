'use client'

import { useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { MailFields } from '@/components/accounts/mail-fields'
import { Checkbox } from '@/components/ui/checkbox'
import type { Wizard } from './use-wizard'

/** Whether and when the first person is told; for an MSP whether it may show its own brand. */
export function OptionsStep({ wizard: { form, bind } }: { wizard: Wizard }) {
  const t = useTranslations('partners.branding')
  const can = useCan()
  const [kind, mail] = form.watch(['kind', 'account.mail'])
  return (
    <div className="flex flex-col gap-6">
      <MailFields bind={(name) => bind(`account.${name}`)} chosen={mail} />
      {kind === 'msp' && can('branding.manage') ? (
        <Checkbox {...bind('ownBranding').input} label={t('allow')} hint={t('note')} />
      ) : null}
    </div>
  )
}
