'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusal } from '@/components/trpc/refusal'
import { DOOR_COOKIE } from './door-cookie'
import { signIn } from './session-client'

const YEAR_SECONDS = 31_536_000

/** The way in: what is under way (a key of the caller's), the sentence of the last refusal, whether a second factor is asked for, and the step itself. */
export function useSignIn(next: string) {
  const t = useTranslations('signIn')
  const refusal = useRefusal()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [asksCode, setAsksCode] = useState(false)

  const enter = async (key: string, secret: Parameters<typeof signIn>[0]): Promise<boolean> => {
    setBusy(key)
    setError(null)
    const answer = await signIn(secret)
    if (!answer.ok && answer.code === 'twoFactorNeeded') {
      // A card has no place for a code: it says what is missing.
      if (key === 'form') setAsksCode(true)
      else setError(refusal.ofCode(answer.code))
      setBusy(null)
      return false
    }
    if (!answer.ok) {
      setError(answer.code === 'cookiesBlocked' ? t('cookiesBlocked') : refusal.ofCode(answer.code, answer.params))
      setBusy(null)
      return false
    }
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${DOOR_COOKIE}=${encodeURIComponent(secret.slug)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
    // A whole new page: nothing that was loaded for somebody else stays.
    window.location.assign(next)
    return true
  }
  /** Back to name and password. */
  const beginAgain = () => {
    setAsksCode(false)
    setError(null)
  }
  return { busy, error, enter, asksCode, beginAgain }
}
