import { type ChildProcess, spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { childEnvironment, env } from '@/server/env'
import { ROOT } from './root'

export const secondsSince = (start: number): string => `${((performance.now() - start) / 1000).toFixed(1)} s`

/** Says what is done and how long it took. */
export async function step<T>(title: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  try {
    const result = await work()
    console.log(`✓ ${title} (${secondsSince(start)})`)
    return result
  } catch (error) {
    console.log(`✗ ${title} (${secondsSince(start)})`)
    throw error
  }
}

export type Outcome = { code: number; output: string }
type RunOptions = {
  values?: Record<string, string | undefined>
  /** Show the output as it comes; otherwise it is only collected. */
  isShown?: boolean
}

/** The environment of children: the pinned Node first. */
export const environmentFor = (values: Record<string, string | undefined> = {}): NodeJS.ProcessEnv =>
  childEnvironment({ PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${env.PATH}`, ...values })

const running = new Set<ChildProcess>()

/** Ends what `run` has begun, when one stops in the middle of a step. */
export function endRunning(): void {
  for (const child of running) child.kill('SIGTERM')
}

/** Runs a program to its end, in the checkout. */
export function run(file: string, args: string[], options: RunOptions = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: environmentFor(options.values),
    })
    running.add(child)
    child.once('close', () => running.delete(child))
    let output = ''
    const take = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-400_000)
      if (options.isShown) target.write(chunk)
    }
    child.stdout.on('data', take(process.stdout))
    child.stderr.on('data', take(process.stderr))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/** Runs a program that must succeed; its output is shown when it does not. */
export async function must(file: string, args: string[], options: RunOptions = {}): Promise<string> {
  const { code, output } = await run(file, args, options)
  if (code === 0) return output
  if (!options.isShown) process.stderr.write(output)
  throw new Error(`${file.split('/').at(-1)} ${args.join(' ')} failed (exit code ${code}).`)
}
