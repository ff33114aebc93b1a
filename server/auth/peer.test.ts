import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test, vi } from 'vitest'
import { clientAddress, PEER_HEADER, UNKNOWN_ADDRESS } from './address'
import { stampPeers } from './peer'

afterEach(() => vi.unstubAllEnvs())

const seen = (headers: Record<string, string>, proxies: number) => {
  vi.stubEnv('TRUSTED_PROXIES', String(proxies))
  return clientAddress(new Headers(headers))
}

test('who is at the other end is written by our server, whatever the client claims', async () => {
  stampPeers()
  stampPeers()
  const server = createServer((request, response) => response.end(request.headers[PEER_HEADER]))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}`, { headers: { [PEER_HEADER]: '203.0.113.9' } })
  expect(await answer.text()).toBe('127.0.0.1')
  await new Promise((resolve) => server.close(resolve))
})

test('without trusted proxies X-Forwarded-For is not believed', () => {
  expect(seen({ 'x-forwarded-for': '203.0.113.9', [PEER_HEADER]: '192.0.2.1' }, 0)).toBe('192.0.2.1')
})

test('of X-Forwarded-For only what our own proxies appended is believed', () => {
  const headers = { 'x-forwarded-for': '6.6.6.6, 203.0.113.9, 10.0.0.2', [PEER_HEADER]: '10.0.0.1' }
  expect(seen(headers, 1)).toBe('10.0.0.2')
  expect(seen(headers, 2)).toBe('203.0.113.9')
})

test('more proxies trusted than there are: the leftmost counts', () => {
  expect(seen({ 'x-forwarded-for': '203.0.113.9', [PEER_HEADER]: '10.0.0.1' }, 5)).toBe('203.0.113.9')
})

test('an address that is none, or nobody at the other end, is the shared unknown', () => {
  expect(seen({ 'x-forwarded-for': 'drop table', [PEER_HEADER]: '10.0.0.1' }, 1)).toBe(UNKNOWN_ADDRESS)
  expect(seen({ 'x-forwarded-for': '203.0.113.9' }, 0)).toBe(UNKNOWN_ADDRESS)
})

test('an IPv4 address inside IPv6 is the IPv4 address', () => {
  expect(seen({ [PEER_HEADER]: '::ffff:192.0.2.1' }, 0)).toBe('192.0.2.1')
})
