'use client'

import { lazy, Suspense } from 'react'

const Failed = lazy(() => import('./error-page').then((module) => ({ default: module.ErrorPage })))
const Missing = lazy(() => import('./not-found').then((module) => ({ default: module.NotFound })))

const Refused = lazy(() => import('./not-allowed').then((module) => ({ default: module.NotAllowed })))

/** Next sends these with every page, for the case that it fails, is not there or not allowed: here without what they are made of. */
export function ErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Suspense>
      <Failed {...props} />
    </Suspense>
  )
}

export function NotFoundPage() {
  return (
    <Suspense>
      <Missing />
    </Suspense>
  )
}

export function NotAllowedPage(props: { privilege: string }) {
  return (
    <Suspense>
      <Refused {...props} />
    </Suspense>
  )
}
