import { type IncomingMessage, Server } from 'node:http'
import { PEER_HEADER } from './address'

const stamped = Symbol.for('tierline.peer')

/**
 * Writes the address at the other end of the connection into every request that this process receives, over whatever the
 * client sent under that name. Next gives handlers no socket, and takes X-Forwarded-For from the client as it comes.
 */
export function stampPeers(): void {
  const prototype = Server.prototype as Server & { [stamped]?: true }
  if (prototype[stamped]) return
  prototype[stamped] = true
  const emit = prototype.emit
  prototype.emit = function stampedEmit(this: Server, event: string | symbol, ...args: unknown[]): boolean {
    if (event === 'request') stamp(args[0] as IncomingMessage)
    return Reflect.apply(emit, this, [event, ...args])
  } as typeof prototype.emit
}

function stamp(request: IncomingMessage): void {
  request.headers[PEER_HEADER] = request.socket.remoteAddress ?? ''
}
