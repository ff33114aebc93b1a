'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { usePerson } from '@/components/access/access-provider'
import { Instant } from '@/components/time'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'
import { mayDeleteNote } from '@/server/features/customers/rules'

type Note = { id: string; body: string; authorId: string; authorName: string; createdAt: string }
type Props = { companyId: string; note: Note; mayWrite: boolean; reason: string | null }

/** One note: who, when, what; its author and administrators can delete it. */
export function NoteItem({ companyId, note, mayWrite, reason }: Props) {
  const t = useTranslations('customer.notes')
  const common = useTranslations('common')
  const person = usePerson()
  const [isAsking, setAsking] = useState(false)
  const mine = mayDeleteNote(person, note)
  const author = note.authorName || common('erased')
  return (
    <li className="flex gap-3 py-3">
      <div className="min-w-0 flex-1">
        <p className="text-ink-3 text-sm">
          <span className="font-medium text-ink">{author}</span> <Instant at={note.createdAt} />
        </p>
        <p className="mt-1 whitespace-pre-wrap break-words text-base">{note.body}</p>
      </div>
      {mayWrite ? (
        <IconButton
          icon={Trash2}
          size="sm"
          label={t('deleteOf', { author })}
          reason={mine.ok ? reason : t('onlyAuthor')}
          onClick={() => setAsking(true)}
        />
      ) : null}
      {isAsking ? <DeleteNote companyId={companyId} noteId={note.id} onClose={() => setAsking(false)} /> : null}
    </li>
  )
}

function DeleteNote({ companyId, noteId, onClose }: { companyId: string; noteId: string; onClose: () => void }) {
  const t = useTranslations('customer.notes')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const refusal = useRefusal()
  const remove = useMutation(
    trpc.customers.deleteNote.mutationOptions({
      onSuccess: async () => {
        onClose()
        toast(t('deleted'))
        await queries.invalidateQueries(trpc.customers.notes.pathFilter())
      },
    }),
  )
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('deleteTitle')}
      effect={t('deleteText')}
      confirm={t('delete')}
      busy={remove.isPending}
      error={remove.error ? refusal.of(remove.error) : null}
      onConfirm={() => remove.mutate({ companyId, noteId })}
    />
  )
}
