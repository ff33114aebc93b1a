'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { newCompanyPath } from '@/components/companies/new-company'
import { useTaken } from '@/components/companies/use-taken'
import { useSteppedForm } from '@/components/forms/use-stepped-form'
import { useTRPC } from '@/components/trpc/client'
import { type Draft, draftSchema, emptyDraft, type ReadyDraft } from './draft'
import { STEP_FIELDS, type StepKey } from './step-fields'
import { useWizardPlans } from './use-wizard-plans'

/** The state of the wizard: what its form holds, and the plans beside it. */
export function useWizard(onCreated: (customer: { id: string; name: string }) => void) {
  const person = usePerson()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const taken = useTaken('customers')
  const [managerName, setManagerName] = useState(person.companyName)
  const wizard = useSteppedForm<StepKey, Draft, ReadyDraft>({
    schema: draftSchema,
    defaultValues: emptyDraft(person),
    fields: STEP_FIELDS,
    pathOf: newCompanyPath,
  })
  const { form, step } = wizard
  const plans = useWizardPlans(form.watch('companyId'))
  const create = useMutation(
    trpc.customers.create.mutationOptions({
      onSuccess: async (customer) => {
        await queries.invalidateQueries(trpc.customers.pathFilter())
        onCreated(customer)
      },
      onError: wizard.refuse,
    }),
  )

  /** Whether the step in view holds, and what it names is free. */
  async function check(): Promise<boolean> {
    if (step === 'plans') return plans.check()
    if (!(await wizard.holds())) return false
    const { companyId, company, account } = form.getValues()
    if (step === 'company' && (await taken.isSlugTaken(company.slug, companyId))) {
      wizard.refuseAt('company.slug', 'slugTaken')
      return false
    }
    if (step === 'account' && (await taken.isLoginNameTaken(account.loginName, companyId))) {
      wizard.refuseAt('account.loginName', 'loginNameTaken')
      return false
    }
    return true
  }

  return {
    ...wizard,
    check,
    submit: wizard.submit((draft) => create.mutate({ ...draft, plans: plans.input() })),
    isBusy: create.isPending,
    isUnsaved: (wizard.isDirty || plans.wishes.length > 0) && !create.isSuccess,
    managerName,
    setManagerName,
    plans,
  }
}

export type Wizard = ReturnType<typeof useWizard>
