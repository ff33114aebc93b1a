'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { TagInput } from '@/components/ui/tag-input'
import { COMPANY_LIMITS } from '@/server/features/companies/limits'

type Tags = { add: string[]; remove: string[] }
type Props = {
  /** How many are selected; null while that is not known. */
  count: number | null
  onPreview: (tags: Tags) => void
  onClose: () => void
}

/** Which tags a selection shall get and lose. */
export function TagsDialog({ count, onPreview, onClose }: Props) {
  const t = useTranslations('customer.bulk')
  const form = useId()
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const isEmpty = add.length + remove.length === 0
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isEmpty) onPreview({ add, remove })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={count === null ? t('tagsTitleAll') : t('tagsTitle', { count })}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={form} variant="primary" reason={isEmpty ? t('tagsNone') : null}>
            {t('tagsNext')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t('tagsAdd')}>
          <TagInput tags={add} onTagsChange={setAdd} lengthMax={COMPANY_LIMITS.tag} />
        </Field>
        <Field label={t('tagsRemove')}>
          <TagInput tags={remove} onTagsChange={setRemove} lengthMax={COMPANY_LIMITS.tag} />
        </Field>
      </form>
    </Dialog>
  )
}
