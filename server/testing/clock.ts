import { vi } from 'vitest'

/** Runs `fn` with this process's clock at `instant` (ISO). The database keeps its own. */
export async function at<T>(instant: string, fn: () => Promise<T>): Promise<T> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(instant) })
  try {
    return await fn()
  } finally {
    vi.useRealTimers()
  }
}
