import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withClient } from '@/server/db/roles'
import { type TestDatabase, testDatabase } from '@/server/testing/database'
import { catalogueFindings } from './catalogue'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** What the guard says after `statements`, all of which is undone. */
const findingsAfter = (...statements: string[]) =>
  withClient(database.superuserUrl, async (client) => {
    await client.query('begin')
    for (const statement of statements) await client.query(statement)
    return catalogueFindings(client)
  })

test('every table of the catalogue is what the list says, with the policies of its kind and no others', async () => {
  expect(await findingsAfter()).toEqual([])
})

describe('the guard fires', () => {
  const cases: [what: string, statement: string, finding: RegExp][] = [
    ['a table nobody declared', 'create table stray (id int)', /^stray: not in the list/],
    ['a view', 'create view note_view as select * from note', /^note_view: not in the list/],
    [
      'a table in another schema',
      'create schema side; create table side.note (id int)',
      /^side\.note: a table outside/,
    ],
    ['row security off', 'alter table note disable row level security', /^note: row security is not enabled/],
    ['row security not forced', 'alter table note no force row level security', /^note: row security is not forced/],
    ['a second way in', 'create policy more on note to tierline_app using (true)', /^note: policies are not those/],
    ['a policy for everybody', 'alter policy own on note to public', /^note: policies are not those/],
    [
      'no check on writing',
      'drop policy own on note; create policy own on note to tierline_app using (true)',
      /^note: policies/,
    ],
    ['truncate', 'grant truncate on note to tierline_app', /^note: the application may TRUNCATE/],
    ['reading the queue', 'grant select on job to tierline_app', /^job: the application may SELECT/],
    [
      'reading the ledger',
      'grant select on _prisma_migrations to tierline_app',
      /^_prisma_migrations: the application may/,
    ],
    [
      'another collation',
      'drop policy own on note; alter table note alter scope type text collate "und-x-icu"',
      /^note: scope is not/,
    ],
    [
      'a key without the path',
      'alter table note add account_id uuid references account (id)',
      /^note\.note_account_id_fkey: refers to account without/,
    ],
    [
      'a key that does not follow',
      'alter table note add foreign key (scope, author_id) references account (scope, id) not valid',
      /does not follow a path that changes/,
    ],
    [
      'a key to the side',
      'alter table note add by_scope text, add by_id uuid, add foreign key (by_scope, by_id) references account (scope, id) on update cascade',
      /nothing holds by_scope/,
    ],
    [
      'a function across tenants',
      `create function peek() returns bigint language sql security definer as 'select count(*) from company'`,
      /^peek\(\): sees across/,
    ],
    ['a mighty role', 'alter role tierline_app bypassrls', /mighty or inherits/],
    ['a way up', 'grant tierline_owner to tierline_app', /may become tierline_owner/],
    ['room for objects of its own', 'grant create on schema public to tierline_app', /may create in schema public/],
  ]
  test.each(cases)('%s', async (_, statement, finding) => {
    expect((await findingsAfter(statement)).join('\n')).toMatch(new RegExp(finding.source, 'm'))
  })
})
