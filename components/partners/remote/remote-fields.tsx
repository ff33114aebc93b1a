'use client'

import { useLocale, useTranslations } from 'next-intl'
import type { Bind } from '@/components/forms/use-schema-form'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import type { DataCentreOption } from '@/server/features/plans/data-centres'
import { countryName } from '@/server/lib/country-name'

type Props = {
  bind: Bind<'enabled' | 'dataCentreId'>
  /** What the form holds. */
  chosen: { enabled: boolean; dataCentreId: string }
  dataCentres: readonly DataCentreOption[]
  /** Where it runs now: it may stay there, open or not. */
  keptId?: string | null
}

/** Whether an MSP manages its customers' products remotely, and in which data centre that runs. */
export function RemoteFields({ bind, chosen, dataCentres, keptId = null }: Props) {
  const t = useTranslations('partners.remote')
  const locale = useLocale()
  const centre = bind('dataCentreId')
  const residency = dataCentres.find(({ id }) => id === chosen.dataCentreId)?.residency
  return (
    <div className="flex flex-col gap-4">
      <Checkbox {...bind('enabled').input} label={t('enabled')} hint={t('enabledHint')} />
      {chosen.enabled ? (
        <Field label={t('dataCentre')} error={centre.error} hint={residency || t('dataCentreHint')} required>
          <Select
            {...centre.input}
            className="max-w-96"
            placeholder={t('choose')}
            options={dataCentres.map(({ id, name, country, enabled }) => {
              const label = t('place', { name, country: countryName(country, locale) })
              return {
                value: id,
                label: enabled ? label : t('closed', { place: label }),
                disabled: !enabled && id !== keptId,
              }
            })}
          />
        </Field>
      ) : null}
    </div>
  )
}
