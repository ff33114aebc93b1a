import { program } from '@/server/run/root'
import { endRunning, run, step } from '@/server/run/step'
import { listenForStop } from '@/server/run/until-stopped'
import { findChromium } from './chromium'
import { startConsole } from './start-console'

// `npm run browser [-- arguments of Playwright]`
const stop = listenForStop()
stop.signal.addEventListener('abort', endRunning)

async function main(): Promise<number> {
  const { title } = await step('Browser', findChromium)
  console.log(`  ${title}`)
  const tested = await startConsole()
  try {
    if (stop.signal.aborted) return 130
    const { code } = await run(program('playwright'), ['test', ...process.argv.slice(2)], {
      isShown: true,
      values: tested.values,
    })
    return code
  } finally {
    await tested.stop()
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
