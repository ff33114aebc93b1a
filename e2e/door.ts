import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

export type Door = { port: number; shut(): void; open(): void; close(): Promise<void> }

/** A way to a server that can be shut: then whoever is inside is thrown out, and whoever comes is sent away. */
export async function startDoor(port: number, host: string): Promise<Door> {
  const inside = new Set<Socket>()
  let isOpen = true
  const server = createServer((visitor) => {
    if (!isOpen) return visitor.destroy()
    const server = connect(port, host)
    for (const [one, other] of [
      [visitor, server],
      [server, visitor],
    ] as const) {
      inside.add(one)
      one.on('error', () => other.destroy())
      one.on('close', () => {
        inside.delete(one)
        other.destroy()
      })
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the door has no port')
  const shut = () => {
    isOpen = false
    for (const socket of inside) socket.destroy()
  }
  return {
    port: address.port,
    shut,
    open: () => {
      isOpen = true
    },
    async close() {
      shut()
      server.close()
      await once(server, 'close')
    },
  }
}
