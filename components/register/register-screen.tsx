'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { useTRPC } from '@/components/trpc/client'
import { useRefusal } from '@/components/trpc/refusal'
import type { LookedKey } from '@/server/features/keys/redeem'
import { ByKey } from './by-key'
import { Done } from './done'
import { KeyForm } from './key-form'

type Props = {
  /** The key of the link that was followed, as it stands there. */
  initialKey: string
  /** What that key gives, if it was good; else why not. */
  looked: LookedKey | null
  refusal: { code: string; params: Readonly<Record<string, string | number>> } | null
}

type Found = { key: string; looked: LookedKey }

/** Registering with a key: the key, then who registers, then what one has. */
export function RegisterScreen({ initialKey, looked, refusal: refused }: Props) {
  const t = useTranslations('register')
  const trpc = useTRPC()
  const refusal = useRefusal()
  const [found, setFound] = useState<Found | null>(looked && { key: initialKey, looked })
  const [email, setEmail] = useState<string | null>(null)
  const look = useMutation(
    trpc.register.look.mutationOptions({ onSuccess: (data, { key }) => setFound({ key, looked: data }) }),
  )
  const redeem = useMutation(trpc.register.redeem.mutationOptions())
  const firstError = look.isIdle && refused ? refusal.ofCode(refused.code, refused.params) : null
  if (redeem.data) {
    return (
      <Frame>
        <Done registered={redeem.data} email={email} isSignedIn={email === null} />
      </Frame>
    )
  }
  return (
    <Frame>
      <div>
        <h1 className="text-balance font-semibold text-xl">{t('title')}</h1>
        <p className="mt-1 text-ink-2 text-sm">{found ? t('purposeFound') : t('purpose')}</p>
      </div>
      {found ? (
        <ByKey
          found={found}
          redeem={redeem}
          onEmail={setEmail}
          onOtherKey={() => {
            look.reset()
            redeem.reset()
            setFound(null)
          }}
        />
      ) : (
        <KeyForm
          initial={initialKey}
          error={look.error ? refusal.of(look.error) : firstError}
          isBusy={look.isPending}
          onLook={(key) => look.mutate({ key })}
        />
      )}
    </Frame>
  )
}

const Frame = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto flex w-full max-w-160 flex-col gap-6">{children}</div>
)
