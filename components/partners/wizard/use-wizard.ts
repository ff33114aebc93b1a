'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { refusalIn, useRefusal } from '@/components/trpc/refusal'
import { type NewPartner, type NewPartnerInput, newPartner } from '@/server/features/partners/schema'
import { emptyPartner, fieldPath, STEP_FIELDS, type StepKey } from './steps'

/** The state of the wizard: one form over all steps, so that nothing is lost between them. */
export function useWizard(onCreated: (partner: { id: string; name: string }) => void) {
  const person = usePerson()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [step, setStep] = useState<StepKey>('kind')
  const [banner, setBanner] = useState<string | null>(null)
  const { form, bind, isDirty } = useSchemaForm<NewPartnerInput, NewPartner>({
    schema: newPartner,
    defaultValues: emptyPartner(person),
  })
  const create = useMutation(
    trpc.partners.create.mutationOptions({
      onSuccess: async (partner) => {
        await queries.invalidateQueries(trpc.partners.pathFilter())
        onCreated(partner)
      },
      onError: refuse,
    }),
  )

  /** Puts what the server refused at its field and goes to the step where that stands. */
  function refuse(error: unknown): void {
    const { code } = refusalIn(error)
    const fields = Object.entries(refusal.ofFields(error))
    for (const [path, message] of fields)
      form.setError(fieldPath(path) as keyof NewPartnerInput, { type: code, message })
    const [first] = fields
    if (first) goToFieldOf(fieldPath(first[0]))
    setBanner(first ? null : refusal.of(error))
  }

  function goToFieldOf(path: string): void {
    const part = path.split('.')[0] ?? ''
    const home = Object.entries(STEP_FIELDS).find(([, fields]) => fields.some((field) => field === part))
    if (home) setStep(home[0] as StepKey)
  }

  const submit = form.handleSubmit(
    (partner) => {
      setBanner(null)
      create.mutate(partner)
    },
    (errors) => goToFieldOf(Object.keys(errors)[0] ?? ''),
  )

  return {
    form,
    bind,
    step,
    setStep,
    /** Whether the step in view holds; otherwise the first wrong field has the focus. */
    check: () => form.trigger([...STEP_FIELDS[step]], { shouldFocus: true }),
    submit,
    banner,
    isBusy: create.isPending,
    isUnsaved: isDirty && !create.isSuccess,
  }
}

export type Wizard = ReturnType<typeof useWizard>
