'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { SavedView } from './types'

type Named = { name: string; shared: boolean; replaces: boolean }

type ViewFormProps = {
  title: string
  view?: SavedView
  /** What is shown now differs from the view: it can take its place. */
  canReplace?: boolean
  refusalOf: (error: unknown) => string
  onCancel: () => void
  onSubmit: (view: Named) => Promise<void>
}

/** Names a view, and says whether the company shares it. */
export function ViewForm({ title, view, canReplace = false, refusalOf, onCancel, onSubmit }: ViewFormProps) {
  const t = useTranslations('table')
  const [draft, setDraft] = useState<Named>({ name: view?.name ?? '', shared: view?.shared ?? false, replaces: false })
  const [isBusy, setBusy] = useState(false)
  const [error, setError] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const name = draft.name.trim()
    if (name === '') return setError(t('viewNameMissing'))
    setBusy(true)
    try {
      await onSubmit({ ...draft, name })
    } catch (failure) {
      setError(refusalOf(failure))
      setBusy(false)
    }
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 p-4">
      <h3 className="font-semibold text-sm">{title}</h3>
      <Field label={t('viewName')} error={error}>
        <Input
          autoFocus
          maxLength={60}
          value={draft.name}
          onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          className="h-8 text-sm"
        />
      </Field>
      <Checkbox
        label={t('viewShare')}
        checked={draft.shared}
        onChange={(event) => setDraft({ ...draft, shared: event.target.checked })}
        className="text-sm"
      />
      {canReplace ? (
        <Checkbox
          label={t('viewReplace')}
          checked={draft.replaces}
          onChange={(event) => setDraft({ ...draft, replaces: event.target.checked })}
          className="text-sm"
        />
      ) : null}
      <div className="flex justify-end gap-2">
        <Button size="sm" onClick={onCancel}>
          {t('cancel')}
        </Button>
        <Button size="sm" variant="primary" type="submit" busy={isBusy}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
