'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { usePerson } from '@/components/access/access-provider'
import { newCompanyPath } from '@/components/companies/new-company'
import { useTaken } from '@/components/companies/use-taken'
import { useSteppedForm } from '@/components/forms/use-stepped-form'
import { useTRPC } from '@/components/trpc/client'
import { type NewPartner, type NewPartnerInput, newPartner } from '@/server/features/partners/schema'
import { emptyPartner, fitting, STEP_FIELDS, type StepKey, stepsOf } from './steps'

/** The state of the wizard: what its form holds, and what there is to choose from. */
export function useWizard(onCreated: (partner: { id: string; name: string }) => void) {
  const person = usePerson()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const taken = useTaken('partners')
  const options = useQuery(trpc.partners.options.queryOptions())
  const wizard = useSteppedForm<StepKey, NewPartnerInput, NewPartner>({
    schema: newPartner,
    defaultValues: emptyPartner(person),
    fields: STEP_FIELDS,
    pathOf: newCompanyPath,
  })
  const { form, step } = wizard
  const create = useMutation(
    trpc.partners.create.mutationOptions({
      onSuccess: async (partner) => {
        await queries.invalidateQueries(trpc.partners.pathFilter())
        onCreated(partner)
      },
      onError: async (error) => {
        wizard.refuse(error)
        // What could be given when the wizard opened may no longer be.
        await queries.invalidateQueries(trpc.partners.options.queryFilter())
      },
    }),
  )

  /** Whether the step in view holds, and what it names is free. */
  async function check(): Promise<boolean> {
    if (!(await wizard.holds())) return false
    const { company, account } = form.getValues()
    if (step === 'company' && (await taken.isSlugTaken(company.slug))) {
      wizard.refuseAt('company.slug', 'slugTaken')
      return false
    }
    if (step === 'account' && (await taken.isLoginNameTaken(account.loginName))) {
      wizard.refuseAt('account.loginName', 'loginNameTaken')
      return false
    }
    if (step === 'options' && account.mail === 'later' && !account.mailOn) {
      wizard.refuseAt('account.mailOn', 'mailDayMissing')
      return false
    }
    return true
  }

  return {
    ...wizard,
    steps: stepsOf(form.watch('kind')),
    options,
    check,
    submit: wizard.submit((partner) => create.mutate(fitting(partner))),
    isBusy: create.isPending,
    isUnsaved: wizard.isDirty && !create.isSuccess,
  }
}

export type Wizard = ReturnType<typeof useWizard>
