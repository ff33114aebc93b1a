'use client'

import { useMutation } from '@tanstack/react-query'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCan } from '@/components/access/access-provider'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import { CopyButton } from '@/components/ui/copy-button'
import { IconButton } from '@/components/ui/icon-button'
import { maskedKey } from '@/server/features/keys/form'
import type { KeyRow } from '@/server/features/keys/queries'

/** A key, masked; shown to those who may hand it out, and that is logged. */
export function KeyCell({ row }: { row: Pick<KeyRow, 'id' | 'lastFour'> }) {
  const t = useTranslations('keys')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const can = useCan()
  const reveal = useMutation(trpc.keys.reveal.mutationOptions())
  const masked = maskedKey(row.lastFour)
  const shown = reveal.data?.key
  return (
    <span className="inline-flex max-w-full items-center gap-1">
      <span className="truncate font-mono text-sm tabular-nums">{shown ?? masked}</span>
      {reveal.error ? (
        <span role="alert" className="truncate text-danger-text text-xs">
          {refusal.of(reveal.error)}
        </span>
      ) : null}
      {shown ? (
        <>
          <CopyButton text={shown} label={t('copy')} />
          <IconButton size="sm" icon={EyeOff} label={t('hide')} onClick={() => reveal.reset()} />
        </>
      ) : can('key.create') ? (
        <IconButton
          size="sm"
          icon={Eye}
          label={t('show', { masked })}
          aria-busy={reveal.isPending}
          onClick={() => reveal.mutate({ keyId: row.id })}
        />
      ) : null}
    </span>
  )
}
