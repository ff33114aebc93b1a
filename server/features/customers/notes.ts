import type { Actor } from '@/server/access/decide'
import type { Tx } from '@/server/db/client'
import { record } from '@/server/features/log/record'
import { DomainError } from '@/server/lib/errors'
import { demand } from '@/server/lib/result'
import { customerOf } from './commands'
import type { NewNote, NoteRef } from './record-schema'
import { mayDeleteNote } from './rules'

/** Adds a note to a customer and gives its id. Refuses with notFound. */
export async function addNote(tx: Tx, actor: Actor, { companyId, body }: NewNote) {
  const { scope, logged } = await customerOf(tx, companyId)
  const { id } = await tx.note.create({
    data: { scope, body, authorId: actor.accountId, authorName: `${actor.firstName} ${actor.lastName}` },
    select: { id: true },
  })
  await record(tx, actor, { ...logged, targetType: 'note', targetId: id, action: 'customer.update', after: { body } })
  return { id }
}

/** Deletes a note. Refuses with notFound, notAllowed. */
export async function deleteNote(tx: Tx, actor: Actor, { companyId, noteId }: NoteRef) {
  const { scope, logged } = await customerOf(tx, companyId)
  const note = await tx.note.findFirst({ where: { id: noteId, scope } })
  if (!note) throw new DomainError('notFound')
  demand(mayDeleteNote(actor, note))
  await tx.note.deleteMany({ where: { id: noteId, scope } })
  await record(tx, actor, {
    ...logged,
    targetType: 'note',
    targetId: noteId,
    action: 'customer.update',
    before: { body: note.body, author: note.authorName },
  })
}
