import { expect, test } from 'vitest'
import { tabsOf } from './tab-keys'

test('the history is a tab for those who may read the log, and absent for others', () => {
  expect(tabsOf('msp', () => true)).toEqual(['profile', 'licences', 'remote', 'accounts', 'branding', 'history'])
  expect(tabsOf('reseller', () => true)).toEqual(['profile', 'licences', 'accounts', 'history'])
  expect(tabsOf('reseller', (privilege) => privilege !== 'log.view')).toEqual(['profile', 'licences', 'accounts'])
})
