import type { Client } from 'pg'
import { escapeIdentifier } from 'pg'
import { hashPassword } from '@/server/auth/password'
import { type Size, WHO } from './sizes'

/** Raised when the data changes: kept databases are then made anew. */
export const DATA_VERSION = 3

export const TOP_SCOPE = 'bench0000000.'
const PARTNER = (n: string) => `substr(md5('partner ' || ${n}), 1, 12)`

const WORDS = {
  first: [
    'Northern',
    'Élite',
    'Blue',
    'Grand',
    'Saint',
    'Κεντρική',
    'Новая',
    '東京',
    'Al',
    'Old',
    'Green',
    'Royal',
    'Müller',
    'Öst',
    'Prime',
    'Santa',
  ],
  second: [
    'Dental',
    'Harbour',
    'Bakery',
    'Logistik',
    'Pharmacie',
    'Foundry',
    'School',
    'Clinic',
    'Hotel',
    'Legal',
    'Robotics',
    'Vineyard',
    'Airport',
    'Textile',
    'Media',
    'Garage',
  ],
  third: ['Group', 'Ltd', 'GmbH', 'SA', 'Partners', 'Sons', 'AB', 'S.r.l.', 'Inc.', 'Cooperative'],
  city: [
    'Lyon',
    'Leeds',
    'Köln',
    'Θεσσαλονίκη',
    'Göteborg',
    'Zürich',
    '京都市',
    'Austin',
    'Málaga',
    'Łódź',
    'Київ',
    'Évora',
    'Boulder',
    'Århus',
    'São Paulo',
    'Gaillimh',
  ],
  country: ['FR', 'GB', 'DE', 'GR', 'SE', 'CH', 'JP', 'US', 'ES', 'PL', 'UA', 'PT', 'US', 'DK', 'BR', 'IE'],
} as const

const array = (words: readonly string[]) => `array[${words.map((word) => `'${word}'`).join(',')}]::text[]`
/** A word by the hash of a number: the same on every machine. */
const pick = (words: readonly string[], salt: string) =>
  `(${array(words)})[1 + abs(hashtextextended(${`'${salt}'`} || n, 0)) % ${words.length}]`
const below = (bound: number, salt: string) => `(abs(hashtextextended('${salt}' || n, 0)) % ${bound})::int`

const PRODUCTS = 20
const PLANS = 200
const PRODUCT = (n: string) => `md5('product ' || ${n})::uuid`
const STATUSES = ['active', 'expiringSoon', 'grace', 'expired', 'suspended', 'notStarted', 'awaitingSignIn']

const CATALOGUE = `
  insert into product (id, scope, vendor, code, name, family, kind, unit)
  select ${PRODUCT('n')}, '${TOP_SCOPE}', 'Bench', 'PROD' || lpad(n::text, 5, '0'), 'Product ' || n, 'family-' || n, 'saas', 'seats'
  from generate_series(0, ${PRODUCTS - 1}) n`

const CUSTOMERS = ({ partners, customers }: Size) => `
  insert into company (id, scope, parent_scope, kind, status, portal, name, address, city, state, postal_code, country, slug, tags,
    contact_id, contact_name, contact_email, contact_phone, threat_action, threat_warning, licence_action, licence_warning,
    product_names, managed, units_provisioned, units_used, next_expiry_on, last_transaction_at, created_at, licence_bits, licence_figures,
    product_ids, plan_ids)
  select id, '${TOP_SCOPE}' || partner || '.' || id || '.', '${TOP_SCOPE}' || partner || '.', 'customer', status, portal, name, '12 Main Street',
    city, 'State', '12345', country, 'c' || n || '-bench', tags, md5('contact' || n)::uuid, contact, 'office' || n || '@bench.example', '+44 20 7946 0000',
    ta, tw, la, lw, products, managed, provisioned, used, expiry, last, created, bits, figures, product_ids, plan_ids
  from (
    select n, substr(md5('customer ' || n), 1, 14) as id,
      ${PARTNER(`(case when ${below(3, 'third')} = 0 then 1 else 2 + ${below(partners - 1, 'partner')} end)`)} as partner,
      (case when ${below(25, 'status')} = 0 then 'disabled' else 'enabled' end)::company_status as status,
      (case when ${below(8, 'portal')} = 0 then 'clp' else 'lmp' end)::licensing_portal as portal,
      ${pick(WORDS.first, 'a')} || ' ' || ${pick(WORDS.second, 'b')} || ' ' || ${pick(WORDS.third, 'c')} || ' ' || n as name,
      ${pick(WORDS.city, 'd')} as city, ${pick(WORDS.country, 'd')} as country,
      'Contact ' || ${pick(WORDS.second, 'e')} || ' ' || n as contact,
      case when ${below(20, 'ta')} = 0 then 1 + ${below(4, 'ta2')} else 0 end as ta, case when ${below(10, 'tw')} = 0 then 1 else 0 end as tw,
      case when ${below(15, 'la')} = 0 then 1 + ${below(2, 'la2')} else 0 end as la, case when ${below(8, 'lw')} = 0 then 1 else 0 end as lw,
      (array['Worry-Free Services', 'Cloud App Security', 'Email Security'])[1:1 + ${below(3, 'products')}] as products,
      case when ${below(5, 'tags')} = 0 then array['vip'] else '{}'::text[] end as tags,
      ${below(3, 'managed')} = 0 as managed, 5 * (1 + ${below(40, 'units')}) as provisioned, ${below(200, 'used')} as used,
      case when ${below(12, 'expiry0')} > 0 then date '2026-06-01' + ${below(700, 'expiry')} end as expiry,
      case when ${below(12, 'last0')} > 0 then timestamptz '2026-11-01' - make_interval(mins => ${below(500_000, 'last')}) end as last,
      timestamptz '2024-01-01' + make_interval(mins => ${below(1_500_000, 'created')}) as created,
      case when ${below(12, 'bits0')} > 0 then 4 | (1 << ${below(7, 'bits')}) else 0 end as bits,
      array[format('product %s %s', ${PRODUCT(below(PRODUCTS, 'product'))}, ${pick(STATUSES, 'licence')}),
        format('product %s active', ${PRODUCT(below(PRODUCTS, 'product2'))}),
        format('term %s %s', to_char(date '2026-06-01' + ${below(700, 'expiry')}, 'YYYY-MM'), ${pick(['auto', 'once'], 'auto')})] as figures,
      array[${PRODUCT(below(PRODUCTS, 'product'))}, ${PRODUCT(below(PRODUCTS, 'product2'))}] as product_ids,
      array[md5('plan ' || ${below(PLANS, 'plan')})::uuid] as plan_ids
    from generate_series(1, ${customers}) n) rows`

const TOPS = ({ partners }: Size) => `
  insert into company (id, scope, parent_scope, kind, status, name, city, state, country, slug)
  values ('bench0000000', '${TOP_SCOPE}', null, 'distributor', 'active', 'Bench Distribution', 'Leeds', 'West Yorkshire', 'GB', '${WHO.slug}');
  insert into company (id, scope, parent_scope, kind, status, name, city, state, country, slug)
  select id, '${TOP_SCOPE}' || id || '.', '${TOP_SCOPE}', 'msp', 'active', 'Partner ' || n, 'Lyon', 'Rhône', 'FR', 'bench-partner-' || n
  from (select n, ${PARTNER('n')} as id from generate_series(1, ${partners}) n) rows`

const ACCOUNTS = `
  insert into account (scope, company_id, login_name, first_name, last_name, email, role, password_hash)
  select scope, id, case slug when '${WHO.slug}' then '${WHO.loginName}' else '${WHO.partnerLoginName}' end, 'Bench', 'Person',
    'bench@bench.example', 'administrator', $1 from company where slug in ('${WHO.slug}', '${WHO.partnerSlug}')`

/** Fills an empty, migrated database, signed in as superuser. Indexes are put aside meanwhile and made again at the end. */
export async function fill(client: Client, size: Size): Promise<void> {
  await client.query('set session_replication_role = replica')
  const { rows } = await client.query<{ name: string; made: string }>(`
    select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index i
    where indrelid = 'company'::regclass and not exists (select from pg_constraint where conindid = indexrelid)`)
  for (const { name } of rows) await client.query(`drop index ${escapeIdentifier(name)}`)
  await client.query(TOPS(size))
  await client.query(CATALOGUE)
  await client.query(CUSTOMERS(size))
  await client.query(`set maintenance_work_mem = '512MB'`)
  for (const { made } of rows) await client.query(made)
  await client.query(ACCOUNTS, [await hashPassword(WHO.password)])
  // Triggers are off: nobody has counted.
  await client.query('select recount_tally()')
  await client.query('analyze')
}
