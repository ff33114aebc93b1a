'use client'

import { useState } from 'react'
import type { DefaultValues, FieldValues, Path } from 'react-hook-form'
import type { ZodType } from 'zod'
import { refusalIn, useRefusal } from '@/components/trpc/refusal'
import { type Bind, useSchemaForm } from './use-schema-form'

type Options<Step extends string, Input extends FieldValues, Output> = {
  schema: ZodType<Output, Input>
  defaultValues: DefaultValues<Input>
  /** The parts of the form that each step shows; the first step comes first. A part of a part belongs to the nearest. */
  fields: Readonly<Record<Step, readonly Path<Input>[]>>
  /** Where in the form a field of a refusal stands. */
  pathOf: (path: string) => string
}

/** One form over all steps of a wizard, so that nothing is lost between them. */
export function useSteppedForm<Step extends string, Input extends FieldValues, Output>(
  options: Options<Step, Input, Output>,
) {
  const { schema, defaultValues, fields, pathOf } = options
  const refusal = useRefusal()
  const [step, setStep] = useState(() => Object.keys(fields)[0] as Step)
  const [banner, setBanner] = useState<string | null>(null)
  const { form, bind, isDirty } = useSchemaForm<Input, Output>({ schema, defaultValues })

  /** The step where a field stands; undefined for what is typed nowhere. */
  function stepOf(path: string): Step | undefined {
    const homes = (Object.entries(fields) as [Step, readonly string[]][]).flatMap(([key, parts]) =>
      parts.filter((part) => path === part || path.startsWith(`${part}.`)).map((part) => ({ key, part })),
    )
    return homes.toSorted((a, b) => b.part.length - a.part.length)[0]?.key
  }

  function goTo(path: string): void {
    const home = stepOf(path)
    if (home) setStep(home)
  }

  /** Puts a sentence at a field and the focus into it. */
  function refuseAt(path: Path<Input>, code: Parameters<typeof refusal.ofCode>[0]): void {
    form.setError(path, { type: code, message: refusal.ofCode(code) }, { shouldFocus: true })
  }

  /** Puts what the server refused at its field and goes to the step where that stands; what stands nowhere is said below. */
  function refuse(error: unknown): void {
    const { code } = refusalIn(error)
    const refused = Object.entries(refusal.ofFields(error)).map(([path, message]) => ({ path: pathOf(path), message }))
    for (const { path, message } of refused) form.setError(path as Path<Input>, { type: code, message })
    const known = refused.find(({ path }) => stepOf(path) !== undefined)
    if (known) goTo(known.path)
    setBanner(known ? null : refusal.of(error))
  }

  /** A sentence that stands at a field goes as soon as what is typed is right, not only when the field is left. */
  const bindLive: Bind<Path<Input>> = (name) => {
    const bound = bind(name)
    if (bound.error === undefined) return bound
    const { onChange } = bound.input
    const change: typeof onChange = async (event) => {
      await onChange(event)
      await form.trigger(name)
    }
    return { ...bound, input: { ...bound.input, onChange: change } }
  }

  return {
    form,
    bind: bindLive,
    step,
    setStep,
    banner,
    isDirty,
    refuse,
    refuseAt,
    /** Whether the step in view holds; otherwise the first wrong field has the focus. */
    holds: (): Promise<boolean> => form.trigger([...fields[step]], { shouldFocus: true }),
    submit: (send: (values: Output) => void) =>
      form.handleSubmit(
        (values) => {
          setBanner(null)
          send(values)
        },
        (errors) => goTo(firstPath(errors)),
      ),
  }
}

/** The path of the first error in the errors of a form. */
function firstPath(errors: object): string {
  const [key, inside] = Object.entries(errors)[0] ?? ['']
  const isLeaf = typeof inside !== 'object' || inside === null || 'message' in inside
  return isLeaf ? key : `${key}.${firstPath(inside)}`
}
