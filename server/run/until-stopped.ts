import { childEnvironment } from '@/server/env'

export type Stop = {
  /** Aborted when the person, or whoever started us, wants an end. */
  signal: AbortSignal
  /** Called when they ask a second time. */
  onInsist(act: () => void): void
}

/** Listens for Ctrl-C, SIGTERM, a closed terminal, and the end of the process that started us (npm that is killed leaves its children). */
export function listenForStop(): Stop {
  const controller = new AbortController()
  let insist: () => void = () => undefined
  const ask = () => (controller.signal.aborted ? insist() : controller.abort())
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, ask)
  const parent = process.ppid
  if (childEnvironment().npm_lifecycle_event) {
    const watch = setInterval(() => {
      if (process.ppid === parent) return
      clearInterval(watch)
      ask()
    }, 500)
    watch.unref()
  }
  return {
    signal: controller.signal,
    onInsist(act) {
      insist = act
    },
  }
}

export const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) =>
    signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true }),
  )
