'use client'

export type ToastOptions = {
  /** A second line. */
  description?: string
  /** "Undo" or "Open". */
  action?: { label: string; onClick: () => void }
}

let showToaster: () => void = () => undefined

/** The Toaster waits here for its first use. */
export function onFirstToast(show: () => void): () => void {
  showToaster = show
  return () => {
    showToaster = () => undefined
  }
}

/** Confirms what was done, and offers to undo or open it. Errors do not go here: they stay where they happened. */
export function toast(message: string, options: ToastOptions = {}): void {
  showToaster()
  void import('sonner').then((sonner) => sonner.toast(message, options))
}
