import { createServer } from 'node:net'

function tryPort(port: number, host: string | undefined): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen({ port, host, exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined))
    })
  })
}

/** `wanted` if nobody listens there on 127.0.0.1, else any free port. */
export async function freePort(wanted = 0): Promise<number> {
  const port = (await tryPort(wanted, '127.0.0.1')) ?? (await tryPort(0, '127.0.0.1'))
  if (port === undefined) throw new Error('There is no free port on 127.0.0.1.')
  return port
}

/** The first port from `from` upwards that is free on every address; any free one after a hundred taken. */
export async function nextFreePort(from: number): Promise<number> {
  for (let port = from; port < from + 100 && port < 65_536; port++) {
    // Somebody may listen on one address only: both must be free for people to reach us by any name.
    if ((await tryPort(port, undefined)) && (await tryPort(port, '127.0.0.1'))) return port
  }
  return freePort()
}
