'use client'

import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { StickyNote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { LeaveGuard } from '@/components/forms/leave-guard'
import { useSchemaForm } from '@/components/forms/use-schema-form'
import { ListFailure } from '@/components/table/list-failure'
import { useTRPC } from '@/components/trpc/client'
import { Banner } from '@/components/ui/banner'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/input'
import { SkeletonLines } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { NOTES_STEP, newNote } from '@/server/features/customers/record-schema'
import { NoteItem } from './note-item'

type Props = { companyId: string; mayWrite: boolean; reason: string | null }

/** What colleagues wrote about a customer, newest first. */
export function NotesTab({ companyId, mayWrite, reason }: Props) {
  const t = useTranslations('customer.notes')
  const trpc = useTRPC()
  const [limit, setLimit] = useState(NOTES_STEP)
  const notes = useQuery(trpc.customers.notes.queryOptions({ companyId, limit }, { placeholderData: keepPreviousData }))
  const rows = notes.data?.rows ?? []
  return (
    <section aria-busy={notes.isPending} className="flex max-w-180 flex-col gap-5">
      {mayWrite ? <NewNote companyId={companyId} reason={reason} /> : null}
      {notes.isPending ? <SkeletonLines lines={4} /> : null}
      {notes.error ? <ListFailure error={notes.error} isBusy={notes.isFetching} onRetry={notes.refetch} /> : null}
      {notes.data && rows.length === 0 ? (
        <EmptyState icon={StickyNote} title={t('empty')} hint={mayWrite ? t('emptyHint') : t('emptyRead')} />
      ) : null}
      <ul className="flex flex-col divide-y divide-line">
        {rows.map((note) => (
          <NoteItem key={note.id} companyId={companyId} note={note} mayWrite={mayWrite} reason={reason} />
        ))}
      </ul>
      {notes.data?.nextCursor ? (
        <div>
          <Button busy={notes.isPlaceholderData} onClick={() => setLimit(limit + NOTES_STEP)}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </section>
  )
}

function NewNote({ companyId, reason }: { companyId: string; reason: string | null }) {
  const t = useTranslations('customer.notes')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { form, bind, submit, refuse, banner, isDirty } = useSchemaForm({
    schema: newNote,
    defaultValues: { companyId, body: '' },
  })
  const add = useMutation(
    trpc.customers.addNote.mutationOptions({
      onError: refuse,
      onSuccess: async () => {
        form.reset({ companyId, body: '' })
        toast(t('added'))
        await queries.invalidateQueries(trpc.customers.notes.pathFilter())
      },
    }),
  )
  const { input, error } = bind('body')
  return (
    <form noValidate className="flex flex-col items-start gap-2" onSubmit={submit((note) => add.mutate(note))}>
      <LeaveGuard isDirty={isDirty} />
      {banner ? (
        <Banner tone="danger" live className="w-full">
          {banner}
        </Banner>
      ) : null}
      <Field label={t('label')} hint={t('hint')} error={error} className="w-full">
        <Textarea {...input} placeholder={t('placeholder')} />
      </Field>
      <Button type="submit" variant="primary" busy={add.isPending} reason={reason}>
        {t('add')}
      </Button>
    </form>
  )
}
