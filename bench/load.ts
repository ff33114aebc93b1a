import { Agent, request as httpRequest } from 'node:http'

/** One answer: its bytes, and when its first byte and its end came, in milliseconds. */
export type Answer = {
  status: number
  body: Buffer
  firstByteMs: number
  ms: number
  headers: NodeJS.Dict<string | string[]>
}

export type Ask = {
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  isKept?: boolean
}

/** A keep-alive client for one server. Bodies are counted and, with `isKept: false`, let go. */
export class Http {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 })
  constructor(
    readonly port: number,
    private readonly headers: Record<string, string> = {},
  ) {}

  ask(question: Ask): Promise<Answer> {
    const { path, method = 'GET', headers, body, isKept = true } = question
    const start = performance.now()
    return new Promise((resolve, reject) => {
      const sent = httpRequest(
        {
          port: this.port,
          host: '127.0.0.1',
          path,
          method,
          agent: this.agent,
          headers: { ...this.headers, ...headers },
        },
        (answer) => {
          const chunks: Buffer[] = []
          let firstByteMs = 0
          answer.on('data', (chunk: Buffer) => {
            if (firstByteMs === 0) firstByteMs = performance.now() - start
            if (isKept) chunks.push(chunk)
          })
          answer.once('error', reject)
          answer.once('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              body: Buffer.concat(chunks),
              firstByteMs,
              ms: performance.now() - start,
              headers: answer.headers,
            }),
          )
        },
      )
      sent.once('error', (error: NodeJS.ErrnoException) => {
        // A server may close an idle connection while it is taken up again: nothing was asked yet.
        if (sent.reusedSocket && error.code === 'ECONNRESET') resolve(this.ask(question))
        else reject(error)
      })
      sent.end(body)
    })
  }

  close(): void {
    this.agent.destroy()
  }
}

/** Requests per second, and how long one took at the middle and at the edges, in milliseconds. */
export type Load = { perSecond: number; p50: number; p95: number; p99: number; count: number }

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN

export const median = (values: readonly number[]): number =>
  percentile(
    values.toSorted((a, b) => a - b),
    0.5,
  )

/** Sends requests on `lanes` at once for `seconds` (or `count` of them), after some that do not count. */
export async function measure(
  send: (number: number) => Promise<Answer>,
  { lanes = 1, seconds = 4, warmUp = 20, count = Number.POSITIVE_INFINITY, status = 200 } = {},
): Promise<Load> {
  for (let number = 0; number < warmUp; number++) checked(await send(number), status)
  const times: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  let next = 0
  const lane = async () => {
    while (performance.now() < end && next < count) times.push(checked(await send(next++), status).ms)
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  const elapsed = (performance.now() - start) / 1000
  times.sort((a, b) => a - b)
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => percentile(times, share)) as [number, number, number]
  return { perSecond: times.length / elapsed, p50, p95, p99, count: times.length }
}

function checked(answer: Answer, status: number): Answer {
  if (answer.status !== status) throw new Error(`answer ${answer.status}: ${answer.body.toString().slice(0, 300)}`)
  return answer
}

/** A and B in turns, `rounds` times each, and the middle of what each gave. */
export async function inTurns(
  rounds: number,
  a: () => Promise<Load>,
  b: () => Promise<Load>,
): Promise<{ a: Load; b: Load }> {
  const [ofA, ofB]: [Load[], Load[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    ofA.push(await a())
    ofB.push(await b())
  }
  return { a: middle(ofA), b: middle(ofB) }
}

export function middle(loads: readonly Load[]): Load {
  const of = (key: keyof Load) => median(loads.map((load) => load[key]))
  return { perSecond: of('perSecond'), p50: of('p50'), p95: of('p95'), p99: of('p99'), count: of('count') }
}
