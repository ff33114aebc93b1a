import { afterAll, beforeAll, expect, test } from 'vitest'
import { allocate, herd, plan as planOf, product } from '@/server/features/licences/testing'
import { callerOf } from '@/server/testing/caller'
import { sql, type TestDatabase, testDatabase } from '@/server/testing/database'
import { refusal } from '@/server/testing/refusal'
import { makeWorld, type World } from '@/server/testing/world'
import { idOf } from '@/server/testing/world-ids'

let database: TestDatabase
let world: World
beforeAll(async () => {
  database = await testDatabase()
  world = await makeWorld()
})
afterAll(() => database.drop())

const partners = (account = world.one.top.admin) => callerOf(account).partners
const centre = (what: 'dataCentre' | 'otherDataCentre', channel = world.one) => idOf(channel.top, what)
const lastChange = async (action: string) => {
  const { rows } = await callerOf(world.one.top.admin).log.list({ filter: { action: [action as 'branding.manage'] } })
  return rows[0]
}

test('remote management is taken away, given again and moved; each change says what was and what became', async () => {
  const { msp } = world.one
  const first = centre('dataCentre')
  const second = centre('otherDataCentre')
  const set = (was: string | null, dataCentreId: string | null) =>
    partners().setRemoteManagement({ companyId: msp.id, was, dataCentreId })
  expect(await partners().permissions({ companyId: msp.id })).toMatchObject({ dataCentreId: first, ownBranding: false })
  await set(first, second)
  await set(second, null)
  expect(await lastChange('partner.remoteManagement')).toMatchObject({
    targetId: msp.id,
    targetName: msp.name,
    before: { remoteManagement: true, dataCentre: expect.stringContaining('otherDataCentre') },
    after: { remoteManagement: false, dataCentre: null },
  })
  expect(await refusal(set(first, second))).toMatchObject({ code: 'changedMeanwhile' })
  expect(await refusal(set(null, null))).toMatchObject({ code: 'nothingChanges' })
  await set(null, first)
  expect(await partners().permissions({ companyId: msp.id })).toMatchObject({ dataCentreId: first })
})

test('a foreign data centre does not exist, a closed one takes nobody in', async () => {
  const { sibling } = world.one
  const set = (dataCentreId: string) =>
    partners().setRemoteManagement({ companyId: sibling.id, was: centre('dataCentre'), dataCentreId })
  const foreign = await refusal(set(centre('otherDataCentre', world.two)))
  expect(foreign).toEqual(await refusal(set(crypto.randomUUID())))
  expect(foreign).toMatchObject({ code: 'notFound', field: 'dataCentreId' })
  const close = (is: boolean) =>
    sql(database.superuserUrl, 'update data_centre set enabled = $2 where id = $1', [centre('otherDataCentre'), is])
  await close(false)
  expect(await refusal(set(centre('otherDataCentre')))).toMatchObject({ code: 'dataCentreClosed' })
  await close(true)
})

test('it stays while customers or plans depend on it, and without it an MSP makes no such plans', async () => {
  const { msp, customer } = world.one
  const off = () => partners().setRemoteManagement({ companyId: msp.id, was: centre('dataCentre'), dataCentreId: null })
  const setManaged = (table: string, id: string, is: boolean) =>
    sql(database.superuserUrl, `update ${table} set managed = $2 where id = $1`, [id, is])
  await setManaged('company', customer.id, true)
  expect(await refusal(off())).toMatchObject({ code: 'remoteManagementInUse', params: { customers: 1, plans: 0 } })
  await setManaged('company', customer.id, false)
  const planId = idOf(msp, 'plan')
  const { plans } = callerOf(msp.admin)
  const { revision, dataCentres, ...plan } = await plans.get({ planId })
  const settings = {
    ...plan,
    dataCentres: Object.fromEntries(dataCentres.map((one) => [one.productId, one.dataCentreId])),
  }
  await plans.update({ planId, revision, settings: { ...settings, managed: true } })
  expect(await refusal(off())).toMatchObject({ code: 'remoteManagementInUse', params: { customers: 0, plans: 1 } })
  await plans.switchTo({ planId, enabled: false })
  await off()
  expect(await refusal(plans.switchTo({ planId, enabled: true }))).toMatchObject({ code: 'remoteManagementOff' })
  expect(await refusal(plans.duplicate({ planId, name: 'Another' }))).toMatchObject({
    code: 'remoteManagementOff',
    field: 'managed',
  })
  expect((await plans.options()).managesRemotely).toBe(false)
  await partners().setRemoteManagement({ companyId: msp.id, was: null, dataCentreId: centre('dataCentre') })
  await plans.switchTo({ planId, enabled: true })
})

test('without it no licence of its customers becomes managed remotely; with it one does', async () => {
  const { sibling: msp } = world.one
  const productId = await product(world.one, { manageable: true })
  await allocate(msp, productId, 10)
  const planId = await planOf(msp, productId)
  const [{ id: companyId } = { id: '' }] = await herd(msp, 1)
  const { licences } = callerOf(msp.admin)
  await licences.assign({ companyId, wishes: [{ planId, units: 1 }] })
  const [licence] = await licences.ofCustomer({ companyId })
  const form = {
    companyId,
    subscriptionId: licence?.subscriptionId ?? '',
    revision: licence?.revision ?? 0,
    changes: { managed: true },
  }
  const set = (was: string | null, dataCentreId: string | null) =>
    partners().setRemoteManagement({ companyId: msp.id, was, dataCentreId })
  await set(centre('dataCentre'), null)
  expect(await refusal(licences.modify(form))).toMatchObject({ code: 'remoteManagementOff' })
  await set(null, centre('dataCentre'))
  expect((await licences.modify(form)).effect.after).toEqual({ managed: true })
})

test('while it is being taken away, no plan for it is made unseen', async () => {
  const { sibling } = world.one
  const { plans } = callerOf(sibling.admin)
  const planId = idOf(sibling, 'plan')
  const { revision, dataCentres, ...plan } = await plans.get({ planId })
  const settings = {
    ...plan,
    dataCentres: Object.fromEntries(dataCentres.map((one) => [one.productId, one.dataCentreId])),
  }
  const outcomes = await Promise.allSettled([
    partners().setRemoteManagement({ companyId: sibling.id, was: centre('dataCentre'), dataCentreId: null }),
    plans.update({ planId, revision, settings: { ...settings, managed: true } }),
  ])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('the permission to brand is given and taken by whoever decides about brands, and read by its holder only', async () => {
  const { top, msp, reseller } = world.one
  const set = (allowed: boolean, account = top.admin) =>
    partners(account).setBrandingPermission({ companyId: msp.id, allowed })
  await set(true)
  expect(await lastChange('branding.manage')).toMatchObject({
    targetId: msp.id,
    before: { ownBranding: false },
    after: { ownBranding: true },
  })
  expect(await refusal(set(true))).toMatchObject({ code: 'nothingChanges' })
  await set(false)
  // A partner account manager sees it and does not give it.
  const manager = top.accounts.partnerAccountManager
  expect(await partners(manager).permissions({ companyId: msp.id })).toMatchObject({ ownBranding: false })
  expect(await refusal(set(true, manager))).toMatchObject({ code: 'notAllowed' })
  expect(await refusal(set(true, msp.admin))).toMatchObject({ code: 'notAllowed' })
  expect(await refusal(partners().permissions({ companyId: reseller.id }))).toMatchObject({ code: 'wrongKind' })
  expect(await refusal(partners().setBrandingPermission({ companyId: reseller.id, allowed: true }))).toMatchObject({
    code: 'wrongKind',
  })
})

test('what a parent never said is no: an MSP without a row has neither', async () => {
  const { sibling } = world.one
  await sql(database.superuserUrl, 'delete from msp_permission where scope = $1', [sibling.scope])
  expect(await partners().permissions({ companyId: sibling.id })).toMatchObject({
    dataCentreId: null,
    ownBranding: false,
  })
  await partners().setBrandingPermission({ companyId: sibling.id, allowed: true })
  expect(await partners().permissions({ companyId: sibling.id })).toMatchObject({
    dataCentreId: null,
    ownBranding: true,
  })
})
