'use client'

import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { useManagers } from '@/components/customers/use-managers'
import { Combobox, type ComboboxOption } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'

type Props = {
  manager: ComboboxOption | null
  onManager: (manager: ComboboxOption | null) => void
  isDisabled: boolean
}

/** A parent imports for itself or for one of its active partners. */
export function ManagerField({ manager, onManager, isDisabled }: Props) {
  const t = useTranslations('imports')
  const access = useTranslations('access.kind')
  const person = usePerson()
  const { own, search } = useManagers({ own: t('ownCompany', { name: person.companyName }), kind: access })
  return (
    <Field label={t('manager')} hint={t('managerHint')}>
      <Combobox
        value={manager ?? own}
        search={search}
        placeholder={t('managerSearch')}
        disabled={isDisabled}
        onValueChange={(option) => onManager(option?.value === own.value ? null : option)}
      />
    </Field>
  )
}
