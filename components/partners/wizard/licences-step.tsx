'use client'

import { useState } from 'react'
import { get } from 'react-hook-form'
import { errorIn } from '@/components/forms/error-in'
import { AllocationDialog } from '@/components/products/allocation-dialog'
import { AllocationTables } from '@/components/products/allocation-tables'
import type { AllocationRow } from '@/server/features/products/allocations'
import type { AllocationTerms } from '@/server/features/products/schema'
import type { Wizard } from './use-wizard'
import { WithOptions } from './with-options'

type Same = Pick<AllocationRow, 'productId' | 'version'>
const isSame = (one: Same, other: Same) => one.productId === other.productId && one.version === other.version

/** What an MSP may sell from its first day: the same rows and the same dialog as on its page. */
export function LicencesStep({ wizard }: { wizard: Wizard }) {
  const { form } = wizard
  const [editing, setEditing] = useState<AllocationRow | null>(null)
  const wishes = form.watch('allocations') ?? []
  const setWishes = (next: typeof wishes) => {
    form.setValue('allocations', next, { shouldDirty: true })
    form.clearErrors('allocations')
  }
  const { errors } = form.formState
  const keep = async ({ productId, version }: Same, terms: AllocationTerms) => {
    const wish = { productId, version, ...terms }
    const at = wishes.findIndex((one) => isSame(one, wish))
    setWishes(at < 0 ? [...wishes, wish] : wishes.with(at, wish))
  }
  return (
    <WithOptions wizard={wizard}>
      {({ allocatable }) => (
        <div className="flex flex-col gap-4">
          <AllocationTables
            rows={allocatable.map((row) => {
              const wish = wishes.find((one) => isSame(one, row))
              return { ...row, allocation: wish ? { ...wish, provisioned: 0 } : null }
            })}
            onEdit={setEditing}
            onRemove={(row) => setWishes(wishes.filter((one) => !isSame(one, row)))}
            errorOf={(row) =>
              errorIn(get(errors, `allocations.${wishes.findIndex((one) => isSame(one, row))}`) as unknown)
            }
          />
          {editing ? (
            <AllocationDialog row={editing} save={(terms) => keep(editing, terms)} onClose={() => setEditing(null)} />
          ) : null}
        </div>
      )}
    </WithOptions>
  )
}
