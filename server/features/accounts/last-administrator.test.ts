import { afterAll, beforeAll, expect, test } from 'vitest'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { makeWorld, type World, type WorldCompany } from '@/server/testing/world'
import { refusal } from './testing'

let database: TestDatabase
let world: World

beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

/** Leaves the given number of enabled administrators in a company and gives their ids. */
async function administrators(company: WorldCompany, count: 1 | 2): Promise<string[]> {
  const kept = [company.admin.id, company.accounts.billingManager.id].slice(0, count)
  await sql(database.superuserUrl, "update account set role = 'administrator', enabled = true where id = any ($1)", [
    kept,
  ])
  await sql(
    database.superuserUrl,
    "update account set role = 'supportEngineer' where company_id = $1 and role = 'administrator' and not id = any ($2)",
    [company.id, kept],
  )
  return kept
}

const left = async (company: WorldCompany): Promise<number> => {
  const text = "select 1 from account where company_id = $1 and role = 'administrator' and enabled"
  return (await sql(database.superuserUrl, text, [company.id])).length
}

test('the last enabled administrator is neither disabled, deleted nor given another role, from above either', async () => {
  const { msp, customer } = world.one
  const [accountId = ''] = await administrators(customer, 1)
  const { ofCustomer } = callerOf(msp.admin).accounts
  const target = { companyId: customer.id, accountId }
  const { rows } = await ofCustomer.list({ companyId: customer.id })
  expect(rows.filter(({ isLastAdministrator }) => isLastAdministrator).map(({ id }) => id)).toEqual([accountId])
  for (const attempt of [
    () => ofCustomer.setEnabled({ ...target, isEnabled: false }),
    () => ofCustomer.setRole({ ...target, role: 'billingManager' }),
    () => ofCustomer.delete(target),
  ]) {
    expect((await refusal(attempt())).code).toBe('lastAdministrator')
  }
  expect(await left(customer)).toBe(1)
})

test('two administrators who leave at once: one stays', async () => {
  const { msp, secondCustomer: company } = world.one
  const { ofCustomer } = callerOf(msp.admin).accounts
  const at = (accountId: string) => ({ companyId: company.id, accountId })
  const ways = [
    (accountId: string) => ofCustomer.setEnabled({ ...at(accountId), isEnabled: false }),
    (accountId: string) => ofCustomer.setRole({ ...at(accountId), role: 'supportManager' }),
    (accountId: string) => ofCustomer.delete(at(accountId)),
  ]
  for (const leave of ways) {
    const ids = await administrators(company, 2)
    const results = await Promise.allSettled(ids.map(leave))
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await left(company)).toBe(1)
  }
})

test('the rule holds past the console as well', async () => {
  const { clpCustomer } = world.one
  const [id = ''] = await administrators(clpCustomer, 1)
  await expect(sql(database.superuserUrl, 'update account set enabled = false where id = $1', [id])).rejects.toThrow(
    /account_last_administrator/,
  )
  await expect(
    sql(database.superuserUrl, 'delete from account where company_id = $1', [clpCustomer.id]),
  ).rejects.toThrow(/account_last_administrator/)
})
