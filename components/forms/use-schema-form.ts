'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  type DefaultValues,
  type FieldError,
  type FieldErrors,
  type FieldValues,
  get,
  type Path,
  type Resolver,
  set,
  type UseFormReturn,
  useForm,
} from 'react-hook-form'
import type { ZodType } from 'zod'
import { useRefusal } from '@/components/trpc/refusal'
import { issuesOf } from '@/server/trpc/field-issues'

/** What one control needs: how it is wired, and the sentence of its error. */
export type Bound = { input: ReturnType<UseFormReturn['register']>; error: string | undefined }
export type Bind<Name extends string> = (name: Name) => Bound

type Options<Input extends FieldValues, Output> = {
  schema: ZodType<Output, Input>
  defaultValues: DefaultValues<Input>
  /** Where the form's fields stand in the procedure's input: `profile.` */
  prefix?: string
}

/**
 * A form checked by the very schema of its procedure, before it is sent and by the server, with errors as sentences at their
 * fields. What was typed stays, whatever fails.
 */
export function useSchemaForm<Input extends FieldValues, Output>({
  schema,
  defaultValues,
  prefix = '',
}: Options<Input, Output>) {
  const sentence = useFieldSentence()
  const refusal = useRefusal()
  const [banner, setBanner] = useState<string | null>(null)

  const resolver: Resolver<Input, unknown, Output> = async (values) => {
    const parsed = schema.safeParse(values)
    if (parsed.success) return { values: parsed.data, errors: {} }
    const errors: FieldErrors<Input> = {}
    for (const { path, code, params } of issuesOf(parsed.error) ?? []) {
      set(errors, path, { type: code, message: sentence(code, params) })
    }
    return { values: {}, errors }
  }
  const form = useForm<Input, unknown, Output>({ resolver, defaultValues, mode: 'onTouched' })

  // Read here, so that the form tells this component when they change.
  const { errors, isDirty } = form.formState

  const bind = (name: Path<Input>): Bound => {
    const error: FieldError | undefined = get(errors, name)
    const input = form.register(name)
    const onBlur: typeof input.onBlur = async (event) => (isLeftForButton(event) ? undefined : input.onBlur(event))
    return { input: { ...input, onBlur }, error: error?.message }
  }

  /** Puts the refusal of a procedure where it belongs: at its fields, or above the form. */
  const refuse = (error: unknown): void => {
    const fields = Object.entries(refusal.ofFields(error))
    for (const [path, message] of fields) {
      form.setError(path.replace(prefix, '') as Path<Input>, { type: 'server', message }, { shouldFocus: true })
    }
    setBanner(fields.length === 0 ? refusal.of(error) : null)
  }

  const submit = (send: (values: Output) => unknown) =>
    form.handleSubmit((values) => {
      setBanner(null)
      return send(values)
    })

  return { form, bind, submit, refuse, banner, isDirty }
}

/**
 * Whether a field is left because a button is being pressed: an error that appeared now would move the button away from under
 * the pointer, and the press would be lost. Sending the form checks all of it anyway.
 */
const isLeftForButton = (event: object): boolean =>
  'relatedTarget' in event &&
  event.relatedTarget instanceof HTMLButtonElement &&
  event.relatedTarget.matches(':not([role=combobox], [aria-haspopup])')

/** The sentence of a field's error code. */
function useFieldSentence() {
  const t = useTranslations('errors.field')
  return (code: string, params: Readonly<Record<string, string | number>>): string =>
    t.has(code) ? t(code, params) : t('invalid')
}
