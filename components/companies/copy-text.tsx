'use client'

import { Copy } from 'lucide-react'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'

/** A button that puts a text on the clipboard and says so. */
export function CopyText({ text, label, done }: { text: string; label: string; done: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(text)
    toast(done)
  }
  return <IconButton icon={Copy} size="sm" label={label} onClick={() => void copy()} />
}
