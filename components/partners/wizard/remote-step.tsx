'use client'

import { RemoteFields } from '@/components/partners/remote/remote-fields'
import type { Wizard } from './use-wizard'
import { WithOptions } from './with-options'

/** Whether the MSP manages its customers' products remotely, and where that runs. */
export function RemoteStep({ wizard }: { wizard: Wizard }) {
  const { form, bind } = wizard
  const chosen = form.watch('remote') ?? { enabled: false, dataCentreId: '' }
  return (
    <WithOptions wizard={wizard}>
      {({ dataCentres }) => (
        <RemoteFields bind={(name) => bind(`remote.${name}`)} chosen={chosen} dataCentres={dataCentres} />
      )}
    </WithOptions>
  )
}
