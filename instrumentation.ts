/** Runs once when the server starts: refuses a database role that could walk through the walls. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { refuseToServeAsOwner } = await import('@/server/db/start-check')
  await refuseToServeAsOwner()
  const { stampPeers } = await import('@/server/auth/peer')
  stampPeers()
}
