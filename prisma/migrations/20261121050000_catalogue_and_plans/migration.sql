-- What is sold: the catalogue of a channel, what partners may sell of it, and the plans from which licences are issued.

-- Moves the day for tests: `app_now()` is the one clock of every rule about days. Empty in real life.
create table clock (
  only_one boolean primary key default true check (only_one),
  days     integer not null default 0
);
alter table clock enable row level security;
alter table clock force row level security;
create policy everybody on clock for select to tierline_app using (true);
create policy system on clock to tierline_system using (true) with check (true);
grant select on clock to tierline_app, tierline_system;

create function app_now() returns timestamptz language sql stable parallel safe
  as $$ select now() + make_interval(days => coalesce((select days from clock), 0)) $$;

-- Makes a table `granted`: read like `own`; written only from strictly above. What a parent grants, its holder cannot change.
create procedure tenancy_granted(t regclass, verbs text default 'select, insert, update, delete') language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format('alter table %s force row level security', t);
  execute format('create policy granted on %s for select to tierline_app
    using (case when scope >= (select app_scope()) then scope < (select app_scope_end()) else false end)', t);
  execute format('create policy granting on %s to tierline_app
    using (scope > (select app_scope()) and scope < (select app_scope_end()))
    with check (scope > (select app_scope()) and scope < (select app_scope_end()))', t);
  execute format('create policy system on %s to tierline_system using (true) with check (true)', t);
  execute format('grant %s on %s to tierline_app', verbs, t);
  execute format('grant select, insert, update, delete on %s to tierline_system', t);
end $$;

-- ── Days and months ─────────────────────────────────────────────────────────
-- The day `months` after `day`, counted from an anchor day: the twin of addMonths in server/lib/period.ts.
create function months_after(day date, months integer, anchor_day integer) returns date language sql immutable parallel safe strict as $$
  select first + least(anchor_day, extract(day from first + interval '1 month' - interval '1 day')::int) - 1
  from (select (date_trunc('month', day::timestamp) + make_interval(months => months))::date as first) m
$$;

-- The day it is for the customers of a managing company: in the time zone of the account that speaks for it.
create function company_today(managing_scope text) returns date language sql stable security definer set search_path = public as $$
  select (app_now() at time zone coalesce(
    (select a.time_zone from company m join account a on a.id = m.contact_id where m.scope = managing_scope), 'UTC'))::date
$$;

-- That time zone: where its days begin.
create function company_time_zone(managing_scope text) returns text language sql stable security definer set search_path = public as $$
  select coalesce((select a.time_zone from company m join account a on a.id = m.contact_id where m.scope = managing_scope), 'UTC')
$$;

-- ── Catalogue ───────────────────────────────────────────────────────────────
create type product_kind as enum ('software', 'saas', 'suite');
create type product_unit as enum ('seats', 'devices', 'mailboxes', 'users', 'keys', 'servers', 'gigabytes');
create type product_version as enum ('trial', 'full');

create table product (
  id              uuid primary key default uuidv7(),
  scope           text collate "C" not null references company (scope) on update cascade on delete cascade,
  vendor          text not null check (char_length(vendor) between 1 and 80),
  code            text collate "C" not null check (code ~ '^[A-Z0-9]{9}$'),
  name            text collate "und-x-icu" not null check (char_length(name) between 1 and 150),
  -- Plans change within a family only.
  family          text collate "C" not null check (family ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(family) <= 40),
  kind            product_kind not null,
  unit            product_unit not null,
  trial_offered   boolean not null default true,
  full_offered    boolean not null default true,
  needs_code      boolean not null default false,
  manageable      boolean not null default false,
  reports_usage   boolean not null default true,
  nfr_offered     boolean not null default false,
  end_of_sale_on  date,
  end_of_life_on  date,
  revision        integer not null default 1,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  constraint product_of_tier_one check (scope ~ '^[^.]+\.$'),
  constraint product_life check (end_of_life_on >= end_of_sale_on),
  constraint product_versions check (trial_offered or full_offered),
  constraint product_code_key unique (scope, code),
  unique (scope, id)
);
call tenancy_inherited('product');

-- What a suite holds from a day on, and until, not including, another.
create table suite_component (
  id         uuid primary key default uuidv7(),
  scope      text collate "C" not null,
  suite_id   uuid not null,
  product_id uuid not null,
  added_on   date not null,
  removed_on date,
  changed_at timestamptz not null default now(),
  constraint suite_component_days check (removed_on >= added_on),
  foreign key (scope, suite_id) references product (scope, id) on update cascade on delete cascade,
  foreign key (scope, product_id) references product (scope, id) on update cascade
);
call tenancy_inherited('suite_component');
create unique index suite_component_once on suite_component (suite_id, product_id) where removed_on is null;

create table data_centre (
  id        uuid primary key default uuidv7(),
  scope     text collate "C" not null references company (scope) on update cascade on delete cascade,
  code      text collate "C" not null check (code ~ '^[a-z0-9-]{2,20}$'),
  name      text not null check (char_length(name) between 1 and 80),
  country   text collate "C" not null check (country ~ '^[A-Z]{2}$'),
  residency text not null default '' check (char_length(residency) <= 500),
  enabled   boolean not null default true,
  constraint data_centre_of_tier_one check (scope ~ '^[^.]+\.$'),
  constraint data_centre_code_key unique (scope, code),
  unique (scope, id)
);
call tenancy_inherited('data_centre');

-- ── Service plans ───────────────────────────────────────────────────────────
create type activation_policy as enum ('immediately', 'firstSignIn');

create table service_plan (
  id                uuid primary key default uuidv7(),
  scope             text collate "C" not null references company (scope) on update cascade on delete cascade,
  name              text collate "und-x-icu" not null check (char_length(name) between 1 and 150),
  enabled           boolean not null default true,
  product_scope     text collate "C" not null,
  product_id        uuid not null,
  version           product_version not null,
  nfr               boolean not null default false,
  trial_form        boolean not null default false,
  activation_policy activation_policy not null default 'immediately',
  managed           boolean not null default false,
  initial_months    integer not null check (initial_months between 1 and 66),
  auto_renew        boolean not null default false,
  renew_months      integer not null default 12 check (renew_months between 1 and 66),
  notice_days       integer not null check (notice_days between 0 and 365),
  grace_days        integer not null check (grace_days between 0 and 180),
  -- Since when a change of its suite waits for review; `reviewed_at`: what was there then is approved.
  locked_at         timestamptz,
  reviewed_at       timestamptz not null default now(),
  -- Subscriptions of it that are not cancelled.
  customers         integer not null default 0 check (customers >= 0),
  revision          integer not null default 1,
  created_by        text not null default '',
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  constraint plan_trial check (version = 'full' or (initial_months = 1 and not auto_renew and not nfr)),
  constraint plan_trial_form check (version = 'trial' or not trial_form),
  constraint plan_product_above check (starts_with(scope, product_scope)),
  foreign key (product_scope, product_id) references product (scope, id) on update cascade,
  unique (scope, id)
);
call tenancy_inherited('service_plan');
create unique index service_plan_name_key on service_plan (scope, lower(name));
create index service_plan_by_product on service_plan (product_id);

-- Where a SaaS product of a plan runs: one row for the product, or for each SaaS component of a suite.
create table plan_data_centre (
  scope              text collate "C" not null,
  plan_id            uuid not null,
  product_scope      text collate "C" not null,
  product_id         uuid not null,
  data_centre_id     uuid not null,
  primary key (plan_id, product_id),
  constraint plan_data_centre_above check (starts_with(scope, product_scope)),
  foreign key (scope, plan_id) references service_plan (scope, id) on update cascade on delete cascade,
  foreign key (product_scope, product_id) references product (scope, id) on update cascade,
  foreign key (product_scope, data_centre_id) references data_centre (scope, id) on update cascade
);
call tenancy_inherited('plan_data_centre');

-- Plans that a parent gave to a reseller. `scope` is the reseller's.
create table plan_grant (
  scope      text collate "C" not null references company (scope) on update cascade on delete cascade,
  plan_scope text collate "C" not null,
  plan_id    uuid not null,
  granted_by text not null default '',
  granted_at timestamptz not null default now(),
  primary key (scope, plan_id),
  constraint plan_grant_above check (starts_with(scope, plan_scope)),
  foreign key (plan_scope, plan_id) references service_plan (scope, id) on update cascade on delete cascade
);
call tenancy_granted('plan_grant');
create index plan_grant_by_plan on plan_grant (plan_id);

-- What a parent lets an MSP sell. `scope` is the MSP's. `provisioned` is kept by the licences themselves (trigger of subscription).
create table allocation (
  scope         text collate "C" not null references company (scope) on update cascade on delete cascade,
  product_scope text collate "C" not null,
  product_id    uuid not null,
  version       product_version not null,
  allocated     integer not null check (allocated between 0 and 99999999),
  provisioned   integer not null default 0 check (provisioned >= 0),
  refill        boolean not null default false,
  disabled      boolean not null default false,
  updated_at    timestamptz not null default now(),
  primary key (scope, product_id, version),
  constraint allocation_pool check (provisioned <= allocated),
  constraint allocation_above check (starts_with(scope, product_scope)),
  foreign key (product_scope, product_id) references product (scope, id) on update cascade
);
call tenancy_granted('allocation');

-- Per unit and month in the minor unit of the currency, from a day on. Of a product, or of one plan (given to resellers).
-- `own`, not `inherited`: prices are in no answer to those below.
create table price (
  id         uuid primary key default uuidv7(),
  scope      text collate "C" not null references company (scope) on update cascade on delete cascade,
  product_id uuid not null,
  plan_id    uuid,
  currency   text collate "C" not null check (currency ~ '^[A-Z]{3}$'),
  minor      bigint not null check (minor between 0 and 999999999999),
  valid_from date not null,
  created_by text not null default '',
  created_at timestamptz not null default now(),
  constraint price_of_tier_one check (scope ~ '^[^.]+\.$'),
  constraint price_once unique nulls not distinct (scope, product_id, plan_id, currency, valid_from),
  foreign key (scope, product_id) references product (scope, id) on update cascade on delete cascade,
  foreign key (scope, plan_id) references service_plan (scope, id) on update cascade on delete cascade
);
call tenancy_own('price');

-- The pools that licences of these managing companies would come from, locked until the transaction ends: whoever decides by
-- their figures decides by true ones. Only in reach, or my own managing company's.
create function pools_locked(managing text[], products uuid[]) returns setof allocation
language plpgsql security definer set search_path = public as $$
begin
  return query select a.* from allocation a
    where a.scope = any (managing) and a.product_id = any (products)
      and (starts_with(a.scope, app_scope()) or starts_with(app_scope(), a.scope))
    order by a.scope, a.product_id, a.version for update;
end $$;

grant create on schema public to tierline_system;
revoke execute on function company_today(text), company_time_zone(text), pools_locked(text[], uuid[]) from public;
grant execute on function company_today(text), company_time_zone(text), pools_locked(text[], uuid[]) to tierline_app;
alter function company_today(text) owner to tierline_system;
alter function company_time_zone(text) owner to tierline_system;
alter function pools_locked(text[], uuid[]) owner to tierline_system;
revoke create on schema public from tierline_system;
