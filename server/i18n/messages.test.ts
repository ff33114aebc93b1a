import { expect, test } from 'vitest'
import { LOCALES } from './locales'
import { compiledMessagesOf, SHARED_NAMESPACES, textOf } from './messages'

test.each(LOCALES)('the text of some namespaces holds these and no other, in %s', (locale) => {
  const messages = compiledMessagesOf(locale)
  expect(JSON.parse(textOf(messages, ['customers', 'companies']))).toEqual({
    customers: messages.customers,
    companies: messages.companies,
  })
  expect(Object.keys(JSON.parse(textOf(messages, SHARED_NAMESPACES)))).toEqual([...SHARED_NAMESPACES])
})

test('languages do not share texts', () => {
  const [english, french] = [compiledMessagesOf('en'), compiledMessagesOf('fr')]
  expect(textOf(english, ['common'])).not.toBe(textOf(french, ['common']))
  expect(textOf(english, ['common'])).toBe(textOf(english, ['common']))
})
