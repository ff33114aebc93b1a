'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { useTRPC } from '@/components/trpc/client'
import { refusalIn, useRefusal } from '@/components/trpc/refusal'
import { type Draft, draftPath, draftSchema, emptyDraft, type ReadyDraft } from './draft'
import { STEP_FIELDS, type StepKey } from './step-fields'
import { useWizardPlans } from './use-wizard-plans'

/** The state of the wizard: one form over all steps, so that nothing is lost between them. */
export function useWizard(onCreated: (customer: { id: string; name: string }) => void) {
  const person = usePerson()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const [step, setStep] = useState<StepKey>('portal')
  const [banner, setBanner] = useState<string | null>(null)
  const [managerName, setManagerName] = useState(person.companyName)
  const { form, bind, isDirty } = useSchemaForm<Draft, ReadyDraft>({
    schema: draftSchema,
    defaultValues: emptyDraft(person),
  })
  const plans = useWizardPlans(form.watch('companyId'))
  const create = useMutation(
    trpc.customers.create.mutationOptions({
      onSuccess: async (customer) => {
        await queries.invalidateQueries(trpc.customers.pathFilter())
        onCreated(customer)
      },
      onError: (error) => refuse(error),
    }),
  )

  /** Puts what the server refused at its field and goes to the step where that stands. */
  function refuse(error: unknown): void {
    const found = refusalIn(error)
    const fields = Object.entries(refusal.ofFields(error)).map(([path, message]) => ({
      path: draftPath(path),
      message,
    }))
    for (const { path, message } of fields) form.setError(path as keyof Draft, { type: found.code, message })
    const [first] = fields
    if (first) goToFieldOf(first.path)
    setBanner(first ? null : refusal.of(error))
  }

  function goToFieldOf(path: string): void {
    const part = path.split('.')[0] ?? ''
    const home = Object.entries(STEP_FIELDS).find(([, fields]) => fields.some((field) => field === part))
    if (home) setStep(home[0] as StepKey)
  }

  /** A sentence that stands at a field goes as soon as what is typed is right, not only when the field is left. */
  const bindLive: typeof bind = (name) => {
    const bound = bind(name)
    if (bound.error === undefined) return bound
    const { onChange } = bound.input
    const change: typeof onChange = async (event) => {
      await onChange(event)
      await form.trigger(name)
    }
    return { ...bound, input: { ...bound.input, onChange: change } }
  }

  /** Whether the step in view holds; otherwise the first wrong field has the focus. */
  async function check(): Promise<boolean> {
    if (step === 'plans') return plans.check()
    if (!(await form.trigger([...STEP_FIELDS[step]], { shouldFocus: true }))) return false
    const { companyId, company, account } = form.getValues()
    // When the server does not answer here, it will at the end.
    const ask = (question: Promise<boolean>) => question.catch(() => false)
    const isTaken = {
      portal: async () => false,
      company: () =>
        ask(queries.fetchQuery(trpc.customers.isSlugTaken.queryOptions({ slug: company.slug, companyId }))),
      account: () =>
        ask(
          queries.fetchQuery(trpc.customers.isLoginNameTaken.queryOptions({ loginName: account.loginName, companyId })),
        ),
      review: async () => false,
    }[step]
    if (!(await isTaken())) return true
    if (step === 'company') setTaken('company.slug', 'slugTaken')
    else setTaken('account.loginName', 'loginNameTaken')
    return false
  }

  function setTaken(name: 'company.slug' | 'account.loginName', code: 'slugTaken' | 'loginNameTaken'): void {
    form.setError(name, { type: code, message: refusal.ofCode(code) }, { shouldFocus: true })
  }

  const submit = form.handleSubmit(
    (draft) => {
      setBanner(null)
      create.mutate({ ...draft, plans: plans.input() })
    },
    (errors) => goToFieldOf(Object.keys(errors)[0] ?? ''),
  )

  const isUnsaved = (isDirty || plans.wishes.length > 0) && !create.isSuccess
  return {
    form,
    bind: bindLive,
    step,
    setStep,
    check,
    submit,
    banner,
    isBusy: create.isPending,
    isUnsaved,
    managerName,
    setManagerName,
    plans,
  }
}

export type Wizard = ReturnType<typeof useWizard>
