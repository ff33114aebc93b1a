-- The tree of companies, their accounts, and the wall between tenants.
-- Roles (tierline_app, tierline_system) exist before the first migration: server/db/roles.ts makes them.

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- ── The wall ────────────────────────────────────────────────────────────────
-- The path of the company on whose behalf the transaction runs; null (no rows) when unset or empty.
create function app_scope() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.scope', true), '') $$;

create function app_scope_end() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.scope', true), '') || '~' $$;

grant usage on schema public to tierline_app, tierline_system;

-- Makes a table `own`: rows of my company and of everything below it. `verbs` is what the application may do.
-- `case` keeps the planner from taking the wall for a way in: it cannot know my path when it plans, guesses that a range holds
-- 0.5 % of the table, and would read a whole channel by the index on scope and sort it instead of walking the index of the
-- offered order (40 ms against 0.8 on 50,000 customers). A query that means the range writes it itself, with values.
create procedure tenancy_own(t regclass, verbs text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy own on %s to tierline_app
    using (case when scope >= (select app_scope()) then scope < (select app_scope_end()) else false end)
    with check (scope >= (select app_scope()) and scope < (select app_scope_end()))', t);
  execute format('create policy system on %s to tierline_system using (true) with check (true)', t);
  execute format('grant %s on %s to tierline_app', verbs, t);
  execute format('grant select, insert, update, delete on %s to tierline_system', t);
end $$;

-- Makes a table `inherited`: mine and below as above, and what my ancestors hold may be read.
create procedure tenancy_inherited(t regclass, verbs text default 'select, insert, update, delete') language plpgsql as $$
begin
  call tenancy_own(t, verbs);
  execute format('create policy inherited on %s for select to tierline_app
    using (starts_with((select app_scope()), scope))', t);
end $$;

-- Makes a table `system`: the application reaches it only through server/db/system.ts; `verbs` is what it may do directly.
create procedure tenancy_system(t regclass, verbs text default '') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy system on %s to tierline_system using (true) with check (true)', t);
  execute format('grant select, insert, update, delete on %s to tierline_system', t);
  if verbs <> '' then
    execute format('create policy application on %s for %s to tierline_app with check (true)', t, verbs);
    execute format('grant %s on %s to tierline_app', verbs, t);
  end if;
end $$;

-- Search form of a name: case, accents and width forgiven. This and script_grams are PL/pgSQL, because every new customer pays for
-- them: in SQL they could not become part of the statement either, and would start an executor for each value.
create function fold(value text) returns text language plpgsql immutable parallel safe strict as $$
begin
  if octet_length(value) = char_length(value) then return lower(value); end if;
  return translate(lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, NFKC))), 'ς', 'σ');
end $$;

-- What `search_text` must be like to hold a term, whatever the term is made of.
create function search_pattern(term text) returns text language sql immutable parallel safe strict
  as $$ select '%' || regexp_replace(fold(term), '([\\%_])', '\\\1', 'g') || '%' $$;

-- All runs of three characters that are not plain ASCII: in databases whose character type is C, the trigrams of pg_trgm see
-- ASCII only, so Greek, Cyrillic or Chinese names have an index of these.
create function script_grams(value text) returns text[] language plpgsql immutable parallel safe strict as $$
declare
  grams text[] := '{}';
  gram text;
  -- The e-mail address at the end is long and plain: it is not walked through.
  until constant integer := char_length(rtrim(value, 'abcdefghijklmnopqrstuvwxyz0123456789 .-_@'));
begin
  for at in 1 .. least(until, char_length(value) - 2) loop
    gram := substr(value, at, 3);
    if octet_length(gram) > 3 then grams := grams || gram; end if;
  end loop;
  return grams;
end $$;

-- A text as a cell of a CSV file that a spreadsheet shows and does not run: what begins with = + - @ (or their wide twins), a
-- tab or a line break, also behind white space or invisible characters, gets an apostrophe; numbers stay numbers. So does what
-- a spreadsheet would take for a number and cut: leading zeros, more than 15 digits. The twin of csvCell in server/lib/csv.ts.
create function csv_cell(value text) returns text language sql immutable parallel safe as $$
  select case
    when ascii(value) between 65 and 122 then value -- begins with a plain letter: nearly every cell
    when value ~ '^[\u0001-\u0008\u000b\u000c\u000e-\u0020\u007f-\u00a0\u00ad\u034f\u061c\u115f\u1160\u1680\u17b4\u17b5\u180b-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0]*[-=+@\t\r\n\ufe62\ufe63\ufe66\ufe6b\uff0b\uff0d\uff1d\uff20]'
      and value !~ '^[-+][0-9]+([ \u00a0\u202f][0-9]+)*([.,][0-9]+)*([eE][-+]?[0-9]+)?$' then '''' || value
    when value ~ '^(0[0-9]+|[0-9]{16,})$' then '''' || value
    else value end
$$;

-- ── Companies ───────────────────────────────────────────────────────────────
create type company_kind as enum ('distributor', 'isp', 'msp', 'reseller', 'customer');
create type company_status as enum ('active', 'suspended', 'cancelled', 'enabled', 'disabled');
create type licensing_portal as enum ('lmp', 'clp');

-- Checks count characters by char_length: a bounded repetition in a pattern costs ten times as much a row.
create table company (
  id               text collate "C" primary key check (id ~ '^[0-9a-z]+$' and char_length(id) between 6 and 16),
  scope            text collate "C" not null unique,
  parent_scope     text collate "C" references company (scope) on update cascade,
  channel_id       text collate "C" not null generated always as (split_part(scope, '.', 1)) stored,
  kind             company_kind not null,
  status           company_status not null,
  portal           licensing_portal,
  name             text collate "und-x-icu" not null check (char_length(name) between 1 and 128),
  address          text not null default '' check (char_length(address) <= 256),
  city             text collate "und-x-icu" not null check (char_length(city) between 1 and 64),
  state            text not null check (char_length(state) between 1 and 64),
  postal_code      text not null default '' check (char_length(postal_code) <= 10),
  country          text collate "C" not null check (country ~ '^[A-Z]{2}$'),
  industry         text not null default '' check (char_length(industry) <= 64),
  note             text not null default '' check (char_length(note) <= 4000),
  emergency_emails text[] not null default '{}' check (cardinality(emergency_emails) <= 20),
  tags             text[] not null default '{}' check (cardinality(tags) <= 20),
  slug             text collate "C" not null constraint company_slug_key unique
    check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) between 2 and 63),
  approved_by      text check (char_length(approved_by) between 1 and 128),
  approved_on      date,
  approval_remark  text not null default '' check (char_length(approval_remark) <= 1000),
  -- Who speaks for the company: the first administrator. Copied here so that lists read one table.
  contact_id       uuid,
  contact_name     text collate "und-x-icu" not null default '',
  contact_email    text not null default '',
  contact_phone    text not null default '',
  -- Counters, kept in the transaction of whatever changes them.
  threat_action    integer not null default 0 check (threat_action >= 0),
  threat_warning   integer not null default 0 check (threat_warning >= 0),
  licence_action   integer not null default 0 check (licence_action >= 0),
  licence_warning  integer not null default 0 check (licence_warning >= 0),
  attention_rank   integer not null generated always as
    ((threat_action + licence_action) * 10000 + least(threat_warning + licence_warning, 9999)) stored,
  product_names    text[] not null default '{}',
  managed          boolean not null default false,
  units_provisioned integer not null default 0,
  units_used       integer not null default 0,
  next_expiry_on   date,
  last_transaction_at timestamptz,
  import_key       text collate "C",
  version          integer not null default 1,
  created_at       timestamptz not null default now(),
  updated_at       timestamptz not null default now(),
  search_text      text collate "C" not null generated always as
    (fold(name) || ' ' || fold(contact_name) || ' ' || lower(contact_email)) stored,
  constraint company_path check (scope = coalesce(parent_scope, '') || id || '.'),
  constraint company_tier check ((kind in ('distributor', 'isp')) = (parent_scope is null)),
  constraint company_status_of_kind check (case when kind = 'customer' then status in ('enabled', 'disabled')
    else status in ('active', 'suspended', 'cancelled') end),
  constraint company_portal_of_kind check ((kind = 'customer') = (portal is not null)),
  unique (scope, id) include (portal) -- so that companies below somebody are counted without reading them
);
call tenancy_own('company');

-- A company hangs below one of the tier above: partners below parents, customers below either. Cancelled is for ever.
create function company_rules() returns trigger language plpgsql set search_path = public as $$
declare parent company;
begin
  if new.parent_scope is not null and new.parent_scope is distinct from old.parent_scope then
    select * into parent from company where scope = new.parent_scope;
    if not found or parent.kind = 'customer' or (new.kind <> 'customer' and parent.kind not in ('distributor', 'isp')) then
      raise exception using errcode = '23514', constraint = 'company_parent_kind', message = 'company_parent_kind';
    end if;
  end if;
  if old.kind is distinct from new.kind then
    raise exception using errcode = '23514', constraint = 'company_kind_fixed', message = 'company_kind_fixed';
  end if;
  if old.status = 'cancelled' and new.status <> 'cancelled' then
    raise exception using errcode = '23514', constraint = 'company_cancelled_final', message = 'company_cancelled_final';
  end if;
  new.updated_at := now();
  new.version := old.version + 1;
  return new;
end $$;
create trigger company_rules before update of parent_scope, kind, status, name, address, city, state, postal_code, country,
  industry, note, emergency_emails, tags, slug, portal, approved_by, approved_on, approval_remark
  on company for each row execute function company_rules();

-- The same for new companies, once a statement: an import writes thousands below one parent. Parents are looked up one by one: for a
-- join, thousands of new rows would be reason enough to read all companies.
create function company_parents() returns trigger language plpgsql set search_path = public as $$
declare
  child record;
  above company_kind;
begin
  for child in select distinct parent_scope, kind = 'customer' as is_customer from placed where parent_scope is not null loop
    select kind into above from company where scope = child.parent_scope;
    if not found or above = 'customer' or (not child.is_customer and above not in ('distributor', 'isp')) then
      raise exception using errcode = '23514', constraint = 'company_parent_kind', message = 'company_parent_kind';
    end if;
  end loop;
  return null;
end $$;
create trigger company_parents after insert on company referencing new table as placed
  for each statement execute function company_parents();

-- One index per offered sort, led by equality on the managing company or on the channel. Customers are told by their portal:
-- under row security the planner may not look into the statistics of an enum (its operators are not leakproof) and would take
-- them for a fifth of all companies.
create index company_by_parent_name on company (parent_scope, name, id) where portal is not null;
create index company_by_channel_name on company (channel_id, name, id) where portal is not null;
create index company_by_parent_city on company (parent_scope, city, id) where portal is not null;
create index company_by_channel_city on company (channel_id, city, id) where portal is not null;
create index company_by_parent_country on company (parent_scope, country, id) where portal is not null;
create index company_by_channel_country on company (channel_id, country, id) where portal is not null;
create index company_by_parent_created on company (parent_scope, created_at, id) where portal is not null;
create index company_by_channel_created on company (channel_id, created_at, id) where portal is not null;
create index company_by_parent_attention on company (parent_scope, attention_rank, id) where portal is not null;
create index company_by_channel_attention on company (channel_id, attention_rank, id) where portal is not null;
-- Those that need something, by name: what the dashboard's tiles open. The rank at the end tells red ones without a look at the company.
create index company_by_parent_need on company (parent_scope, name, id, attention_rank) where portal is not null and attention_rank >= 1;
create index company_by_channel_need on company (channel_id, name, id, attention_rank) where portal is not null and attention_rank >= 1;
-- A null takes its place in the order by `case`: the planner holds coalesce() for leaky and would not search by it under row security.
create index company_by_parent_expiry on company
  (parent_scope, (case when next_expiry_on is null then 'infinity'::date else next_expiry_on end), id) where portal is not null;
create index company_by_channel_expiry on company
  (channel_id, (case when next_expiry_on is null then 'infinity'::date else next_expiry_on end), id) where portal is not null;
create index company_by_parent_transaction on company
  (parent_scope, (case when last_transaction_at is null then '-infinity'::timestamptz else last_transaction_at end), id)
  where portal is not null;
create index company_by_channel_transaction on company
  (channel_id, (case when last_transaction_at is null then '-infinity'::timestamptz else last_transaction_at end), id)
  where portal is not null;
-- What a list filters by and few have. No keys of order: who reads these, sorts the little there is.
create index company_disabled on company (parent_scope, channel_id) where status = 'disabled';
create index company_clp on company (parent_scope, channel_id) where portal = 'clp';
create index company_managed on company (parent_scope, channel_id) where managed;
create index company_tags on company using gin (channel_id, parent_scope, tags) where portal is not null and tags <> '{}';
-- Led by whose customers they are, so that a partner's search costs the partner's customers, not the installation's.
create index company_search on company using gin (channel_id, parent_scope, search_text gin_trgm_ops) where portal is not null;
create index company_search_scripts on company using gin (channel_id, parent_scope, script_grams(search_text))
  where portal is not null and search_text ~ '[^ -~]';
create index company_partners on company (parent_scope, name, id) where portal is null and parent_scope is not null;
create unique index company_import_key on company (parent_scope, import_key);

-- ── Accounts ────────────────────────────────────────────────────────────────
create type account_role as enum ('administrator', 'customerAccountManager', 'partnerAccountManager', 'licenceManager',
  'supportManager', 'supportEngineer', 'billingManager');
create type two_factor_status as enum ('off', 'on');

create table account (
  id              uuid primary key default uuidv7(),
  scope           text collate "C" not null,
  company_id      text collate "C" not null,
  channel_id      text collate "C" not null generated always as (split_part(scope, '.', 1)) stored,
  login_name      text collate "C" not null
    check (login_name ~ '^[A-Za-z0-9_-]+$' and char_length(login_name) between 4 and 25),
  login_key       text collate "C" not null generated always as (lower(login_name)) stored,
  first_name      text collate "und-x-icu" not null check (char_length(first_name) between 1 and 50),
  last_name       text collate "und-x-icu" not null check (char_length(last_name) between 1 and 50),
  email           text not null check (char_length(email) between 1 and 128 and email !~ '[\s,;<>]'),
  phone_country   text not null default '' check (phone_country ~ '^[0-9+]{0,5}$'),
  phone_area      text not null default '' check (char_length(phone_area) <= 8),
  phone_number    text not null default '' check (char_length(phone_number) <= 24),
  phone_extension text not null default '' check (char_length(phone_extension) <= 8),
  time_zone       text not null default 'UTC',
  locale          text not null default 'en' check (locale in ('en', 'fr')),
  role            account_role not null,
  enabled         boolean not null default true,
  password_hash   text,
  password_changed_at timestamptz,
  two_factor      two_factor_status not null default 'off',
  -- Raised by everything that must end running sessions: disable, role, password, two-factor.
  session_version integer not null default 1,
  last_sign_in_at timestamptz,
  version         integer not null default 1,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  constraint account_login_name_key unique (channel_id, login_key),
  constraint account_company_fkey foreign key (scope, company_id) references company (scope, id) on update cascade on delete cascade,
  unique (scope, id)
);
call tenancy_own('account');
create index account_by_company on account (company_id, last_name, first_name, id);

-- The last enabled administrator stays. Checked under a lock on the company, so two at once cannot both leave.
create function account_rules() returns trigger language plpgsql set search_path = public as $$
begin
  if tg_op = 'UPDATE' then
    if new.login_name <> old.login_name then
      raise exception using errcode = '23514', constraint = 'account_login_name_fixed', message = 'account_login_name_fixed';
    end if;
    if new.role <> old.role or new.enabled <> old.enabled or new.password_hash is distinct from old.password_hash
       or new.two_factor <> old.two_factor then
      new.session_version := old.session_version + 1;
    end if;
    new.updated_at := now();
    new.version := old.version + 1;
    if not (old.role = 'administrator' and old.enabled) or (new.role = 'administrator' and new.enabled) then return new; end if;
  elsif not (old.role = 'administrator' and old.enabled) then
    return old;
  end if;
  perform 1 from company where id = old.company_id for update;
  -- A company that is itself being deleted takes its accounts along.
  if found and not exists (select 1 from account where company_id = old.company_id and id <> old.id
                           and role = 'administrator' and enabled) then
    raise exception using errcode = '23514', constraint = 'account_last_administrator', message = 'account_last_administrator';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger account_rules before delete or update of login_name, first_name, last_name, email, phone_country, phone_area, phone_number,
  phone_extension, time_zone, locale, role, enabled, password_hash, two_factor on account for each row execute function account_rules();

-- Keeps the contact of the company: set by the first account, followed afterwards.
create function account_contact() returns trigger language plpgsql set search_path = public as $$
begin
  update company c set
    contact_id = a.id,
    contact_name = a.first_name || ' ' || a.last_name,
    contact_email = a.email,
    contact_phone = trim(concat_ws(' ', nullif(a.phone_country, ''), nullif(a.phone_area, ''), nullif(a.phone_number, ''))
      || case when a.phone_extension = '' then '' else ' × ' || a.phone_extension end)
  from (select distinct on (company_id) * from changed order by company_id, id) a
  -- Whoever writes many companies at once names the contact with them (contact_id and the rest): nothing is left to do then.
  -- The list of ids keeps thousands of accounts from being a reason to read all companies.
  where c.id = any (array(select company_id from changed)) and c.id = a.company_id and c.contact_id is null;
  return null;
end $$;
create trigger account_contact_new after insert on account referencing new table as changed
  for each statement execute function account_contact();

create function account_contact_follow() returns trigger language plpgsql set search_path = public as $$
begin
  update company c set
    contact_name = a.first_name || ' ' || a.last_name,
    contact_email = a.email,
    contact_phone = trim(concat_ws(' ', nullif(a.phone_country, ''), nullif(a.phone_area, ''), nullif(a.phone_number, ''))
      || case when a.phone_extension = '' then '' else ' × ' || a.phone_extension end)
  from changed a where c.contact_id = a.id;
  return null;
end $$;
create trigger account_contact_change after update on account referencing new table as changed
  for each statement execute function account_contact_follow();

create function account_contact_gone() returns trigger language plpgsql set search_path = public as $$
begin
  update company c set contact_id = n.id,
    contact_name = coalesce(n.first_name || ' ' || n.last_name, ''), contact_email = coalesce(n.email, ''), contact_phone = ''
  from changed a
  left join lateral (select * from account x where x.company_id = a.company_id
    order by (x.role = 'administrator' and x.enabled) desc, x.id limit 1) n on true
  where c.contact_id = a.id;
  return null;
end $$;
create trigger account_contact_gone after delete on account referencing old table as changed
  for each statement execute function account_contact_gone();

create table session (
  id           uuid primary key default uuidv7(),
  scope        text collate "C" not null,
  account_id   uuid not null,
  version      integer not null,
  created_at   timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at   timestamptz not null,
  address      text not null default '',
  user_agent   text not null default '',
  foreign key (scope, account_id) references account (scope, id) on update cascade on delete cascade
);
call tenancy_own('session');
create index session_by_account on session (account_id);

-- ── What a person keeps for herself ─────────────────────────────────────────
create table saved_view (
  id         uuid primary key default uuidv7(),
  scope      text collate "C" not null,
  account_id uuid not null,
  screen     text not null,
  name       text not null check (char_length(name) between 1 and 60),
  shared     boolean not null default false,
  query      text not null check (char_length(query) <= 4000),
  created_at timestamptz not null default now(),
  foreign key (scope, account_id) references account (scope, id) on update cascade on delete cascade,
  constraint saved_view_name_key unique (account_id, screen, name)
);
call tenancy_own('saved_view');
create index saved_view_shared on saved_view (scope, screen) where shared;

create table preference (
  scope      text collate "C" not null,
  account_id uuid not null,
  name       text not null,
  value      jsonb not null,
  primary key (account_id, name),
  foreign key (scope, account_id) references account (scope, id) on update cascade on delete cascade
);
call tenancy_own('preference');

-- ── Notes and the administration log ────────────────────────────────────────
create table note (
  id         uuid primary key default uuidv7(),
  scope      text collate "C" not null references company (scope) on update cascade on delete cascade,
  body       text not null check (char_length(body) between 1 and 4000),
  author_id  uuid not null,
  author_name text not null,
  created_at timestamptz not null default now()
);
call tenancy_own('note', 'select, insert, delete');
create index note_by_scope on note (scope, id);

-- Append-only. No foreign key: what is deleted stays in the log of those above it.
create table log_entry (
  id          uuid primary key default uuidv7(),
  scope       text collate "C" not null,
  -- Read in order of time for a whole channel, and for a partner with its customers (or for a parent's own customer).
  channel_id  text collate "C" not null generated always as (split_part(scope, '.', 1)) stored,
  branch_id   text collate "C" not null generated always as (split_part(scope, '.', 2)) stored,
  -- In whose history it stands: the partner to which it was done, by those above it or by itself; a customer's move in both
  -- partners'. An attempt that was refused lies at who made it and names the partner.
  partner_id  text collate "C" generated always as (case
    when refused then case when split_part(action, '.', 1) = 'partner' or action = 'branding.manage' then target_id end
    when action = 'customer.move' then nullif(split_part(scope, '.', 2), '')
    when scope ~ '^[^.]+[.][^.]+[.]$' and (split_part(action, '.', 1) in ('partner', 'company') or action = 'branding.manage')
      then split_part(scope, '.', 2) end) stored,
  at          timestamptz not null default now(),
  account_id  uuid,
  account_name text not null,
  company_name text not null,
  action      text not null,
  target_type text not null,
  target_id   text not null,
  target_name text not null,
  before      jsonb,
  after       jsonb,
  refused     boolean not null default false,
  address     text not null default '',
  request_id  text not null default ''
);
call tenancy_own('log_entry', 'select, insert');
create index log_entry_by_scope on log_entry (scope, id);
create index log_entry_by_channel on log_entry (channel_id, id);
create index log_entry_by_branch on log_entry (branch_id, id);
create index log_entry_by_partner on log_entry (partner_id, id) where partner_id is not null;

create function append_only() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '42501', message = format('%s is append-only', tg_table_name);
end $$;
create trigger log_entry_append_only before update or delete on log_entry for each statement execute function append_only();

-- ── Sign-in ─────────────────────────────────────────────────────────────────
-- rate-limiter-flexible's table.
create table throttle (
  key    text collate "C" primary key,
  points integer not null default 0,
  expire bigint
);
call tenancy_system('throttle');

-- Look-ups that must see across tenants before there is a tenant. They run as tierline_system and give one row each.
grant create on schema public to tierline_system;

create function actor_of(session uuid) returns table (
  account_id uuid, company_id text, company_name text, scope text, kind company_kind, role account_role, login_name text,
  first_name text, last_name text, email text, locale text, time_zone text, two_factor two_factor_status, channel_id text,
  stale boolean, chain jsonb
) language sql stable security definer set search_path = public as $$
  select a.id, c.id, c.name, c.scope, c.kind, a.role, a.login_name, a.first_name, a.last_name, a.email, a.locale, a.time_zone,
    a.two_factor, c.channel_id, s.last_seen_at < now() - interval '5 minutes',
    (select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'status', p.status) order by p.scope)
     from company p where p.scope = any (array[c.scope, c.parent_scope, c.channel_id || '.']))
  from session s
  join account a on a.id = s.account_id and a.enabled and a.session_version = s.version
  join company c on c.id = a.company_id
  where s.id = actor_of.session and s.expires_at > now()
$$;

create function accounts_named(company_slug text, login text) returns table (
  account_id uuid, scope text, company_id text, password_hash text, enabled boolean, session_version integer, can_sign_in boolean
) language sql stable security definer set search_path = public as $$
  select a.id, a.scope, a.company_id, a.password_hash, a.enabled, a.session_version,
    a.enabled and not exists (select 1 from company p
      where p.scope = any (array[c.scope, c.parent_scope, c.channel_id || '.']) and p.status in ('cancelled', 'disabled'))
  from company door
  join account a on a.channel_id = door.channel_id and a.login_key = lower(login)
  join company c on c.id = a.company_id and c.scope >= door.scope and c.scope < door.scope || '~'
  where door.slug = lower(company_slug)
$$;

-- Where the customers of my company lie whose name or contact holds a term (three characters or more); `managed_by`: only those
-- of one partner. A function, because under row security the planner may not use an index for
-- an operator that is not leakproof; the reach stands inside. Places (ctid), because they are joined in the same statement,
-- which costs half of joining ids. Planned anew each time: a plan that does not know the term leaves the index alone.
create function customers_like(term text, managed_by text default null) returns setof tid
language plpgsql stable security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  folded constant text := fold(term);
  pattern constant text := search_pattern(term);
  reach constant text := app_scope();
  channel constant text := split_part(reach, '.', 1);
  manager constant text := coalesce(managed_by, case when reach like '%.%.' then reach end);
begin
  if not starts_with(coalesce(manager, reach), reach) then return; end if;
  if folded ~ '[^ -~]' then
    if manager is null then
      return query select ctid from company where portal is not null and channel_id = channel
        and search_text ~ '[^ -~]' and script_grams(search_text) @> script_grams(folded) and search_text like pattern;
    else
      return query select ctid from company where portal is not null and channel_id = channel and parent_scope = manager
        and search_text ~ '[^ -~]' and script_grams(search_text) @> script_grams(folded) and search_text like pattern;
    end if;
  elsif manager is null then
    return query select ctid from company where portal is not null and channel_id = channel and search_text like pattern;
  else
    return query select ctid from company where portal is not null and channel_id = channel and parent_scope = manager
      and search_text like pattern;
  end if;
end $$;

-- Which of these names are taken where one cannot look: slugs everywhere, login names in one's own channel. They answer no
-- more than the unique constraints would.
create function slugs_taken(slugs text[]) returns setof text language sql stable security definer set search_path = public as $$
  select slug from company where slug = any (slugs) and app_scope() is not null
$$;

create function login_names_taken(names text[]) returns setof text language sql stable security definer set search_path = public as $$
  select login_key from account where channel_id = split_part(app_scope(), '.', 1)
    and login_key = any (select lower(name) from unnest(names) as name)
$$;

revoke execute on function actor_of(uuid), accounts_named(text, text), customers_like(text, text),
  slugs_taken(text[]), login_names_taken(text[]) from public;
grant execute on function actor_of(uuid), accounts_named(text, text), customers_like(text, text),
  slugs_taken(text[]), login_names_taken(text[]) to tierline_app;
alter function actor_of(uuid) owner to tierline_system;
alter function accounts_named(text, text) owner to tierline_system;
alter function customers_like(text, text) owner to tierline_system;
alter function slugs_taken(text[]) owner to tierline_system;
alter function login_names_taken(text[]) owner to tierline_system;
revoke create on schema public from tierline_system;
