'use client'

import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { useManagers } from '@/components/customers/use-managers'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { RadioGroup } from '@/components/ui/radio-group'
import { PORTALS } from '@/server/features/customers/record-schema'
import type { Wizard } from './use-wizard'

/** Through which portal the licences are managed, and by whom. */
export function PortalStep({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('customer.wizard')
  const c = useTranslations('companies.portal')
  const { kind } = usePerson()
  const portal = wizard.bind('portal')
  return (
    <div className="flex flex-col gap-6">
      <RadioGroup
        legend={t('portalTitle')}
        cards
        input={portal.input}
        error={portal.error}
        options={PORTALS.map((value) => ({ value, label: c(value), hint: c(`${value}Hint`) }))}
      />
      {kind === 'distributor' || kind === 'isp' ? <ManagerField wizard={wizard} /> : null}
    </div>
  )
}

/** A parent chooses who will manage the customer: itself, or one of its active partners. */
function ManagerField({ wizard }: { wizard: Wizard }) {
  const t = useTranslations('customer.wizard')
  const access = useTranslations('access.kind')
  const person = usePerson()
  const { own, search } = useManagers({ own: t('ownCompany', { name: person.companyName }), kind: access })
  const chosen = wizard.form.watch('companyId')
  return (
    <Field label={t('manager')} hint={t('managerHint')} error={wizard.bind('companyId').error}>
      <Combobox
        value={chosen === person.companyId ? own : { value: chosen, label: wizard.managerName }}
        search={search}
        placeholder={t('managerSearch')}
        onValueChange={(option) => {
          const next = option ?? own
          wizard.form.setValue('companyId', next.value, { shouldDirty: true })
          wizard.setManagerName(next.value === own.value ? person.companyName : next.label)
        }}
      />
    </Field>
  )
}
