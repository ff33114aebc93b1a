import { createServer } from 'node:http'
import { Pool } from 'pg'

/** The floor: the same statements and the same JSON, with no session, no rights, no row security, no framework. */
type Statements = Record<string, { text: string; values: unknown[] }>

let statements: Statements = {}
let pool: Pool | undefined

process.on('message', (message: { connectionString: string; statements: Statements }) => {
  statements = message.statements
  pool ??= new Pool({ connectionString: message.connectionString, max: 20 })
  process.send?.('ready')
})

const server = createServer(async (request, response) => {
  const statement = statements[request.url?.slice(1) ?? '']
  if (!statement || !pool) {
    response.writeHead(404).end()
    return
  }
  try {
    const { rows } = await pool.query(statement)
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(rows))
  } catch (error) {
    response.writeHead(500).end(String(error))
  }
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.send?.({ port: typeof address === 'object' && address ? address.port : 0 })
})
process.once('disconnect', () => process.exit(0))
