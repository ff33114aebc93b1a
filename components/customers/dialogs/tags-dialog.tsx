'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormDialog } from '@/components/forms/form-dialog'
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
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const isEmpty = add.length + remove.length === 0
  return (
    <FormDialog
      title={count === null ? t('tagsTitleAll') : t('tagsTitle', { count })}
      submitLabel={t('tagsNext')}
      reason={isEmpty ? t('tagsNone') : null}
      onSubmit={() => onPreview({ add, remove })}
      onClose={onClose}
    >
      <Field label={t('tagsAdd')}>
        <TagInput tags={add} onTagsChange={setAdd} lengthMax={COMPANY_LIMITS.tag} />
      </Field>
      <Field label={t('tagsRemove')}>
        <TagInput tags={remove} onTagsChange={setRemove} lengthMax={COMPANY_LIMITS.tag} />
      </Field>
    </FormDialog>
  )
}
