'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { usePerson } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
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
  const trpc = useTRPC()
  const queries = useQueryClient()
  const person = usePerson()
  const own = { value: person.companyId, label: t('ownCompany', { name: person.companyName }) }
  const search = async (text: string) => {
    const found = await queries.fetchQuery(trpc.customers.managers.queryOptions({ search: text }))
    return found.map(({ id, name, kind }) =>
      id === person.companyId ? own : { value: id, label: name, hint: access(kind) },
    )
  }
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
