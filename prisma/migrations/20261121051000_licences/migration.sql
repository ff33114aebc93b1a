-- Subscriptions and their licences, what was true when, the transactions, and the registration keys.

create type licence_status as enum ('awaitingSignIn', 'notStarted', 'active', 'expiringSoon', 'grace', 'expired', 'suspended', 'cancelled');
create type transaction_type as enum ('newPurchase', 'licenceChange', 'conversion', 'suiteChange', 'discontinued');
create type transaction_source as enum ('console', 'api', 'job');

-- The status of a licence on a day, never stored: the twin of statusOf in server/features/licences/status.ts (a test compares).
-- `enabled`: neither is the customer disabled nor the managing company cancelled.
create function licence_status_on(starts_on date, ends_on date, notice_days integer, grace_days integer, awaiting_sign_in boolean,
  suspended_ends_on date, cancelled_on date, enabled boolean, today date) returns licence_status
language sql immutable parallel safe as $$
  select (case
    when cancelled_on is not null then 'cancelled'
    when not enabled then 'expired'
    when suspended_ends_on is not null then 'suspended'
    when awaiting_sign_in then 'awaitingSignIn'
    when today < starts_on then 'notStarted'
    when today < ends_on then case when today < ends_on - notice_days then 'active' else 'expiringSoon' end
    when today < ends_on + grace_days then 'grace'
    else 'expired' end)::licence_status
$$;

-- One plan assigned to one customer. `scope` is the customer's.
create table subscription (
  id                uuid primary key default uuidv7(),
  scope             text collate "C" not null references company (scope) on update cascade on delete cascade,
  plan_scope        text collate "C" not null,
  plan_id           uuid not null,
  product_scope     text collate "C" not null,
  product_id        uuid not null,
  version           product_version not null,
  nfr               boolean not null default false,
  units             integer not null constraint subscription_units check (units between 1 and 999999),
  anchor_day        integer not null check (anchor_day between 1 and 31),
  starts_on         date not null,
  ends_on           date not null,
  charge_from_on    date not null,
  initial_months    integer not null check (initial_months between 1 and 66),
  auto_renew        boolean not null default false,
  renew_months      integer not null check (renew_months between 1 and 66),
  notice_days       integer not null check (notice_days between 0 and 365),
  grace_days        integer not null check (grace_days between 0 and 180),
  managed           boolean not null default false,
  awaiting_sign_in  boolean not null default false,
  suspended_ends_on date,
  cancelled_on      date,
  -- As last counted (trigger subscription_count): units taken from the partner's pool, and the day on which that or the status
  -- will be another although nobody does anything; the daily roll counts those again.
  pooled_units      integer not null default 0,
  next_change_on    date,
  -- Raised by every change: a preview holds against it.
  revision          integer not null default 1,
  created_at        timestamptz not null default now(),
  updated_at        timestamptz not null default now(),
  constraint subscription_term check (ends_on >= starts_on),
  constraint subscription_plan_above check (starts_with(scope, plan_scope)),
  constraint subscription_product_above check (starts_with(scope, product_scope)),
  foreign key (plan_scope, plan_id) references service_plan (scope, id) on update cascade,
  foreign key (product_scope, product_id) references product (scope, id) on update cascade,
  unique (scope, id)
);
call tenancy_own('subscription', 'select, insert, update');
create index subscription_by_scope on subscription (scope, id);
create index subscription_by_plan on subscription (plan_id, scope) where cancelled_on is null;
create index subscription_by_product on subscription (product_id, scope) where cancelled_on is null;
create index subscription_by_change on subscription (next_change_on) where next_change_on is not null;
create index subscription_to_renew on subscription (ends_on) where auto_renew and cancelled_on is null;
-- One free licence of a product per managing company: decided here when two assign at once.
create unique index subscription_nfr_once on subscription ((regexp_replace(scope, '[^.]+\.$', '')), product_id)
  where nfr and cancelled_on is null;

-- A licence of one product within a subscription: one, or one for each component of a suite.
create table licence (
  id              uuid primary key default uuidv7(),
  scope           text collate "C" not null,
  subscription_id uuid not null,
  product_scope   text collate "C" not null,
  product_id      uuid not null,
  activation_code text collate "C",
  used_units      integer check (used_units >= 0),
  used_as_of      timestamptz,
  -- A component that left the suite.
  removed_on      date,
  created_at      timestamptz not null default now(),
  constraint licence_activation_code_key unique (activation_code),
  constraint licence_once unique (subscription_id, product_id),
  constraint licence_product_above check (starts_with(scope, product_scope)),
  foreign key (scope, subscription_id) references subscription (scope, id) on update cascade on delete cascade,
  foreign key (product_scope, product_id) references product (scope, id) on update cascade,
  unique (scope, id)
);
call tenancy_own('licence', 'select, insert, update');
create index licence_by_scope on licence (scope, subscription_id);

-- A new activation code: eighty random bits, without letters that look alike.
create function activation_code() returns text language sql volatile as $$
  select upper(concat_ws('-', substr(hex, 1, 4), substr(hex, 5, 4), substr(hex, 9, 4), substr(hex, 21, 4), substr(hex, 25, 4)))
  from (select replace(gen_random_uuid()::text, '-', '') as hex) r
$$;

-- What was true when: `[valid_from, valid_to)`, written by the trigger below, so no change can forget it.
create table subscription_version (
  scope             text collate "C" not null,
  subscription_id   uuid not null,
  revision          integer not null,
  valid_from        timestamptz not null,
  valid_to          timestamptz,
  plan_id           uuid not null,
  product_id        uuid not null,
  version           product_version not null,
  nfr               boolean not null,
  units             integer not null,
  starts_on         date not null,
  ends_on           date not null,
  charge_from_on    date not null,
  auto_renew        boolean not null,
  renew_months      integer not null,
  notice_days       integer not null,
  grace_days        integer not null,
  managed           boolean not null,
  awaiting_sign_in  boolean not null,
  suspended_ends_on date,
  cancelled_on      date,
  primary key (subscription_id, revision),
  foreign key (scope, subscription_id) references subscription (scope, id) on update cascade on delete cascade
);
call tenancy_own('subscription_version', 'select');
create index subscription_version_by_scope on subscription_version (scope, valid_from);

-- Terms begun or bought, by their first day: a licence is renewed once for a period, however often and by whomever.
create table subscription_period (
  scope           text collate "C" not null,
  subscription_id uuid not null,
  starts_on       date not null,
  ends_on         date not null,
  created_at      timestamptz not null default now(),
  constraint subscription_period_once primary key (subscription_id, starts_on, ends_on),
  foreign key (scope, subscription_id) references subscription (scope, id) on update cascade on delete cascade
);
call tenancy_own('subscription_period', 'select, insert');

-- ── Customer transactions ───────────────────────────────────────────────────
-- Append-only, with the names as they were. No foreign key: they outlive what they tell of.
create table customer_transaction (
  id                 uuid primary key default uuidv7(),
  scope              text collate "C" not null,
  -- Whose eyes see it in order of time: everything of a channel, everything of a partner (or of a parent's own customer).
  -- Generated, because under row security no index serves an expression whose function is not leakproof.
  channel_id         text collate "C" not null generated always as (split_part(scope, '.', 1)) stored,
  branch_id          text collate "C" not null generated always as (split_part(scope, '.', 2)) stored,
  at                 timestamptz not null default now(),
  type               transaction_type not null,
  customer_name      text not null,
  managed_by         text not null,
  vendor             text not null,
  product_id         uuid not null,
  product_name       text not null,
  plan_id            uuid not null,
  plan_name          text not null,
  version            product_version not null,
  subscription_id    uuid not null,
  unit               product_unit not null,
  units_before       integer not null,
  units_after        integer not null,
  charge_from_before date,
  charge_from_after  date,
  starts_before      date,
  starts_after       date,
  ends_before        date,
  ends_after         date,
  made_by            text not null,
  account_id         uuid,
  source             transaction_source not null,
  reference          text not null default ''
);
call tenancy_own('customer_transaction', 'select, insert');
create index customer_transaction_by_scope on customer_transaction (scope, at desc, id desc);
create index customer_transaction_by_channel on customer_transaction (channel_id, at desc, id desc);
create index customer_transaction_by_branch on customer_transaction (branch_id, at desc, id desc);

-- Append-only for a table whose rows may follow a customer that moves: nothing but the path changes, and only by system work.
create function append_only_but_scope() returns trigger language plpgsql as $$
begin
  -- Generated columns of the new row are not there yet; they follow the path.
  if tg_op = 'UPDATE' and to_jsonb(old) - array['scope', 'channel_id', 'branch_id']
    = to_jsonb(new) - array['scope', 'channel_id', 'branch_id'] then return new; end if;
  raise exception using errcode = '42501', message = format('%s is append-only', tg_table_name);
end $$;
create trigger customer_transaction_append_only before update or delete on customer_transaction
  for each row execute function append_only_but_scope();

-- ── Kept beside the customer ────────────────────────────────────────────────
-- What the Customers list filters and sorts by. Bits of licence_bits: the order of the type licence_status, then 8 = more used
-- than provisioned, 9 = more than 110 % of it.
alter table company add column licence_bits integer not null default 0;
alter table company add column product_ids uuid[] not null default '{}';
alter table company add column plan_ids uuid[] not null default '{}';
-- What its licences add to the tallies of those above it (migration 057000): 'product <id> <status>' and 'term <month> auto|once'.
alter table company add column licence_figures text[] not null default '{}';
create index company_products on company using gin (channel_id, parent_scope, product_ids) where portal is not null and product_ids <> '{}';
create index company_plans on company using gin (channel_id, parent_scope, plan_ids) where portal is not null and plan_ids <> '{}';
-- A status is asked for as the list of the bit sets that hold it: of the thousand there could be, a few dozen occur.
-- The path is what row security asks for: with it they are counted from the index alone.
create index company_by_parent_licences on company (parent_scope, licence_bits) include (scope) where portal is not null and licence_bits > 0;
create index company_by_channel_licences on company (channel_id, licence_bits) include (scope) where portal is not null and licence_bits > 0;

-- Where the customers of my company lie that carry one of some tags, have one of some products, one of some plans and licences in some
-- condition (null: not asked); `managed_by`: only those of one partner. A function for the same reason as customers_like.
create function customers_listed(any_tags text[], any_products uuid[], any_plans uuid[], any_bits integer[], managed_by text default null)
returns setof tid
language plpgsql stable security definer set search_path = public set plan_cache_mode = force_custom_plan as $$
declare
  reach constant text := app_scope();
  channel constant text := split_part(reach, '.', 1);
  manager constant text := coalesce(managed_by, case when reach like '%.%.' then reach end);
begin
  if not starts_with(coalesce(manager, reach), reach) then return; end if;
  if manager is null then
    return query select ctid from company where portal is not null and channel_id = channel
      and (any_tags is null or (tags <> '{}' and tags && any_tags))
      and (any_products is null or (product_ids <> '{}' and product_ids && any_products))
      and (any_plans is null or (plan_ids <> '{}' and plan_ids && any_plans))
      and (any_bits is null or (licence_bits > 0 and licence_bits = any (any_bits)));
  else
    return query select ctid from company where portal is not null and channel_id = channel and parent_scope = manager
      and (any_tags is null or (tags <> '{}' and tags && any_tags))
      and (any_products is null or (product_ids <> '{}' and product_ids && any_products))
      and (any_plans is null or (plan_ids <> '{}' and plan_ids && any_plans))
      and (any_bits is null or (licence_bits > 0 and licence_bits = any (any_bits)));
  end if;
end $$;

-- Counts the licences of these customers again, from the rows as they are. `seen`: a transaction of theirs at that instant, which
-- is written next: one write of the customer's row for both.
create function count_licences(customers text[], seen timestamptz default null) returns void
language plpgsql security definer set search_path = public as $$
begin
  perform 1 from company where scope = any (customers) order by scope for update;
  with managing as materialized (
    select distinct c.parent_scope as scope, company_today(c.parent_scope) as today from
      (select distinct parent_scope from company where scope = any (customers)) c
  ), counted as materialized (
    select c.scope, s.id, s.product_id, s.plan_id, p.name, s.managed, s.ends_on, s.units, s.auto_renew, s.version,
      case when s.id is not null then licence_status_on(s.starts_on, s.ends_on, s.notice_days, s.grace_days, s.awaiting_sign_in,
        s.suspended_ends_on, s.cancelled_on, c.status = 'enabled' and m.status <> 'cancelled', t.today) end as status,
      coalesce((select max(l.used_units) from licence l where l.scope = s.scope and l.subscription_id = s.id), 0) as used
    from company c
    join company m on m.scope = c.parent_scope
    join managing t on t.scope = c.parent_scope
    left join subscription s on s.scope = c.scope and s.cancelled_on is null
    left join product p on p.id = s.product_id
    where c.scope = any (customers)
  ), rated as (
    select *, status in ('grace', 'expired', 'suspended') as is_red, status = 'expiringSoon' as is_yellow,
      used * 10::bigint > units * 11::bigint as is_far_over, used > units and used * 10::bigint <= units * 11::bigint as is_over
    from counted
  ), summed as (
    select scope,
      array_agg(distinct name order by name) filter (where id is not null) as product_names,
      array_agg(distinct product_id) filter (where id is not null) as product_ids,
      array_agg(distinct plan_id) filter (where id is not null) as plan_ids,
      bool_or(managed) as managed,
      least(coalesce(sum(units) filter (where status <> 'expired'), 0), 2147483647)::int as units_provisioned,
      least(coalesce(sum(used), 0), 2147483647)::int as units_used,
      min(ends_on) filter (where status in ('active', 'expiringSoon', 'notStarted')) as next_expiry_on,
      (count(*) filter (where is_red) + count(*) filter (where is_far_over))::int as licence_action,
      (count(*) filter (where is_yellow) + count(*) filter (where is_over))::int as licence_warning,
      bit_or((1 << (array_position(enum_range(null::licence_status), status) - 1))
        | case when is_far_over then 512 when is_over then 256 else 0 end) as licence_bits,
      array_agg(format('product %s %s', product_id, status) order by product_id, status) filter (where id is not null) || coalesce(
        array_agg(format('term %s %s', to_char(ends_on, 'YYYY-MM'), case when auto_renew then 'auto' else 'once' end) order by ends_on, auto_renew)
          filter (where version = 'full' and status in ('active', 'expiringSoon', 'notStarted')), '{}') as licence_figures
    from rated group by scope
  )
  update company c set
    product_names = coalesce(n.product_names, '{}'), product_ids = coalesce(n.product_ids, '{}'), plan_ids = coalesce(n.plan_ids, '{}'),
    managed = coalesce(n.managed, false), units_provisioned = n.units_provisioned, units_used = n.units_used,
    next_expiry_on = n.next_expiry_on, licence_action = n.licence_action, licence_warning = n.licence_warning,
    licence_bits = coalesce(n.licence_bits, 0), licence_figures = coalesce(n.licence_figures, '{}'),
    last_transaction_at = case when seen > c.last_transaction_at or c.last_transaction_at is null then seen else c.last_transaction_at end
  from summed n where c.scope = n.scope;
end $$;

-- ── What every change of a subscription carries along ───────────────────────
-- Before: the units it takes from the pool, and when it will be another by itself. As if the customer were enabled: a disabled
-- customer's licences keep their units, they come back.
create function subscription_count() returns trigger language plpgsql security definer set search_path = public as $$
declare
  today date;
  now_status licence_status;
begin
  -- A customer that moves: whoever moves it counts it again at its new place.
  if tg_op = 'UPDATE' and old.scope <> new.scope then return new; end if;
  today := company_today(regexp_replace(new.scope, '[^.]+\.$', ''));
  now_status := licence_status_on(new.starts_on, new.ends_on, new.notice_days, new.grace_days, new.awaiting_sign_in,
    new.suspended_ends_on, new.cancelled_on, true, today);
  new.pooled_units := case when now_status in ('cancelled', 'expired') then 0 else new.units end;
  new.next_change_on := case when now_status in ('cancelled', 'suspended', 'awaitingSignIn', 'expired') then null else (
    select min(day) from unnest(array[new.starts_on, new.ends_on - new.notice_days, new.ends_on, new.ends_on + new.grace_days]) day
    where day > today) end;
  if tg_op = 'UPDATE' and (old.plan_id, old.product_id, old.version, old.units, old.starts_on, old.ends_on, old.charge_from_on, old.auto_renew,
      old.renew_months, old.notice_days, old.grace_days, old.managed, old.awaiting_sign_in, old.suspended_ends_on, old.cancelled_on)
    is distinct from (new.plan_id, new.product_id, new.version, new.units, new.starts_on, new.ends_on, new.charge_from_on, new.auto_renew,
      new.renew_months, new.notice_days, new.grace_days, new.managed, new.awaiting_sign_in, new.suspended_ends_on, new.cancelled_on) then
    new.revision := old.revision + 1;
    new.updated_at := now();
  end if;
  return new;
end $$;
create trigger subscription_count before insert or update on subscription for each row execute function subscription_count();

-- Takes units from the pools of MSPs and gives them back; the checks of `allocation` refuse what is too much.
create function take_units(managing text[], products uuid[], versions product_version[], takes integer[]) returns void
language plpgsql security definer set search_path = public as $$
declare
  short text;
begin
  perform 1 from allocation a join unnest(managing, products, versions) t (scope, product_id, version) using (scope, product_id, version)
    order by a.scope, a.product_id, a.version for update of a;
  select case when a.scope is null then 'allocation_missing' else 'allocation_disabled' end into short
    from unnest(managing, products, versions, takes) t (scope, product_id, version, takes)
    join company m on m.scope = t.scope and m.kind = 'msp'
    left join allocation a on a.scope = t.scope and a.product_id = t.product_id and a.version = t.version
    where t.takes > 0 and (a.scope is null or a.disabled) limit 1;
  if short is not null then raise exception using errcode = '23514', constraint = short, message = short; end if;
  update allocation a set provisioned = a.provisioned + t.takes, updated_at = now(),
    allocated = case when a.refill then greatest(a.allocated, a.provisioned + t.takes) else a.allocated end
  from unnest(managing, products, versions, takes) t (scope, product_id, version, takes)
  where a.scope = t.scope and a.product_id = t.product_id and a.version = t.version and t.takes <> 0;
end $$;

-- After: versions, pools, the customers' figures, the plans' counts. One statement each, however many rows changed.
create function subscription_added() returns trigger language plpgsql security definer set search_path = public as $$
begin
  insert into subscription_version (scope, subscription_id, revision, valid_from, plan_id, product_id, version, nfr, units, starts_on,
    ends_on, charge_from_on, auto_renew, renew_months, notice_days, grace_days, managed, awaiting_sign_in, suspended_ends_on, cancelled_on)
  select scope, id, revision, app_now(), plan_id, product_id, version, nfr, units, starts_on, ends_on, charge_from_on, auto_renew,
    renew_months, notice_days, grace_days, managed, awaiting_sign_in, suspended_ends_on, cancelled_on from added;
  perform take_units(array_agg(t.scope), array_agg(t.product_id), array_agg(t.version), array_agg(t.takes)) from (
    select c.parent_scope as scope, a.product_id, a.version, sum(a.pooled_units)::int as takes
    from added a join company c on c.scope = a.scope where not a.nfr group by 1, 2, 3) t having count(*) > 0;
  update service_plan p set customers = p.customers + n.count
    from (select plan_id, count(*)::int as count from added where cancelled_on is null group by 1) n where p.id = n.plan_id;
  -- What is written of the past has its transactions there.
  perform count_licences(array_agg(scope), case when is_new then now() end) from (
    select scope, max(created_at) = now() as is_new from added group by 1) a group by is_new;
  return null;
end $$;
create trigger subscription_added after insert on subscription referencing new table as added
  for each statement execute function subscription_added();

create function subscription_changed() returns trigger language plpgsql security definer set search_path = public as $$
begin
  -- A customer that moves changes its path only: it is counted by whoever moves it.
  if not exists (select from changed_to n join changed_from o on o.id = n.id where o.scope = n.scope) then return null; end if;
  update subscription_version v set valid_to = app_now()
    from changed_to n join changed_from o on o.id = n.id and o.revision <> n.revision
    where v.subscription_id = n.id and v.valid_to is null;
  insert into subscription_version (scope, subscription_id, revision, valid_from, plan_id, product_id, version, nfr, units, starts_on,
    ends_on, charge_from_on, auto_renew, renew_months, notice_days, grace_days, managed, awaiting_sign_in, suspended_ends_on, cancelled_on)
  select n.scope, n.id, n.revision, app_now(), n.plan_id, n.product_id, n.version, n.nfr, n.units, n.starts_on, n.ends_on, n.charge_from_on,
    n.auto_renew, n.renew_months, n.notice_days, n.grace_days, n.managed, n.awaiting_sign_in, n.suspended_ends_on, n.cancelled_on
  from changed_to n join changed_from o on o.id = n.id and o.revision <> n.revision;
  perform take_units(array_agg(t.scope), array_agg(t.product_id), array_agg(t.version), array_agg(t.takes)) from (
    select c.parent_scope as scope, d.product_id, d.version, sum(d.units)::int as takes
    from (select scope, product_id, version, sum(units) as units from (
        select scope, product_id, version, pooled_units as units from changed_to where not nfr
        union all select scope, product_id, version, -pooled_units from changed_from where not nfr) moves
      group by 1, 2, 3 having sum(units) <> 0) d
    join company c on c.scope = d.scope group by 1, 2, 3 having sum(d.units) <> 0) t having count(*) > 0;
  update service_plan p set customers = p.customers + n.count
    from (select plan_id, sum(one)::int as count from (
      select plan_id, 1 as one from changed_to where cancelled_on is null
      union all select plan_id, -1 from changed_from where cancelled_on is null) d group by 1 having sum(one) <> 0) n
    where p.id = n.plan_id;
  -- What the days alone changed is no transaction.
  perform count_licences(array_agg(scope), case when is_transaction then app_now() end) from (
    select n.scope, bool_or(o.revision <> n.revision) as is_transaction from changed_to n join changed_from o on o.id = n.id group by 1) c
    group by is_transaction;
  return null;
end $$;
create trigger subscription_changed after update on subscription referencing old table as changed_from new table as changed_to
  for each statement execute function subscription_changed();

create function subscription_gone() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update service_plan p set customers = p.customers - n.count
    from (select plan_id, count(*)::int as count from gone where cancelled_on is null group by 1) n where p.id = n.plan_id;
  return null;
end $$;
create trigger subscription_gone after delete on subscription referencing old table as gone
  for each statement execute function subscription_gone();

create function licence_used() returns trigger language plpgsql security definer set search_path = public as $$
begin
  perform count_licences(array(select distinct n.scope from changed_to n join changed_from o on o.id = n.id
    where o.used_units is distinct from n.used_units));
  return null;
end $$;
create trigger licence_used after update on licence referencing old table as changed_from new table as changed_to
  for each statement execute function licence_used();

-- Disabling a customer, or cancelling a partner, lies over the licences without touching them: only the figures follow.
create function company_switched() returns trigger language plpgsql security definer set search_path = public as $$
declare
  switched text[] := array(select n.scope from changed_to n join changed_from o on o.id = n.id where o.status <> n.status);
begin
  if switched <> '{}' then
    perform count_licences(array(select c.scope from company c where c.kind = 'customer' and c.product_ids <> '{}'
      and (c.scope = any (switched) or c.parent_scope = any (switched))));
  end if;
  return null;
end $$;
create trigger company_switched after update on company referencing old table as changed_from new table as changed_to
  for each statement execute function company_switched();

create function transaction_seen() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update company c set last_transaction_at = n.at
    from (select scope, max(at) as at from added group by 1) n
    where c.scope = n.scope and (c.last_transaction_at is null or c.last_transaction_at < n.at);
  return null;
end $$;
create trigger transaction_seen after insert on customer_transaction referencing new table as added
  for each statement execute function transaction_seen();

-- Counts again what has become another by the passing of days: at most `up_to` subscriptions; how many there were.
create function roll_licences(up_to integer) returns integer language plpgsql security definer set search_path = public as $$
declare
  rolled integer;
begin
  with due as (
    select s.id from subscription s join company c on c.scope = s.scope
    where s.next_change_on <= (app_now() at time zone 'Pacific/Kiritimati')::date and s.next_change_on <= company_today(c.parent_scope)
    order by s.id limit up_to for update of s skip locked
  )
  update subscription s set next_change_on = null from due where s.id = due.id;
  get diagnostics rolled = row_count;
  return rolled;
end $$;

-- ── Registration keys ───────────────────────────────────────────────────────
-- `scope` is the company's that made them. At rest: a keyed hash to find, a sealed text to show to those who may see it.
create table registration_key (
  id             uuid primary key default uuidv7(),
  scope          text collate "C" not null references company (scope) on update cascade on delete cascade,
  channel_id     text collate "C" not null generated always as (split_part(scope, '.', 1)) stored,
  plan_scope     text collate "C" not null,
  plan_id        uuid not null,
  lookup         bytea not null constraint registration_key_lookup_key unique,
  sealed         bytea not null,
  last_four      text collate "C" not null check (char_length(last_four) = 4),
  units          integer not null check (units between 1 and 999999),
  redemptions    integer not null default 1 check (redemptions between 1 and 999),
  redeemed       integer not null default 0 check (redeemed >= 0),
  expires_on     date,
  batch          text not null default '' check (char_length(batch) <= 60),
  created_by     text not null,
  created_at     timestamptz not null default now(),
  last_used_by   text,
  last_used_at   timestamptz,
  cancelled_by   text,
  cancelled_at   timestamptz,
  constraint registration_key_redemptions check (redeemed <= redemptions),
  constraint registration_key_plan_above check (starts_with(scope, plan_scope)),
  foreign key (plan_scope, plan_id) references service_plan (scope, id) on update cascade,
  unique (scope, id)
);
call tenancy_own('registration_key');
create index registration_key_by_scope on registration_key (scope, id desc);
create index registration_key_by_channel on registration_key (channel_id, id desc);
create index registration_key_by_plan on registration_key (plan_id, id desc);
create index registration_key_by_last_four on registration_key (scope, last_four);

-- Who registered with which key. `scope` is the key's; the customer below it.
create table key_redemption (
  id              uuid primary key default uuidv7(),
  scope           text collate "C" not null,
  key_id          uuid not null,
  customer_scope  text collate "C" not null,
  subscription_id uuid not null,
  redeemed_by     text not null,
  redeemed_at     timestamptz not null default now(),
  foreign key (scope, key_id) references registration_key (scope, id) on update cascade on delete cascade
);
call tenancy_own('key_redemption', 'select, insert');
create index key_redemption_by_key on key_redemption (key_id);

-- For a stranger that holds a key: where it lies. Its hash is found only by who knows the key.
create function key_found(wanted bytea) returns table (id uuid, scope text)
language sql stable security definer set search_path = public as $$
  select k.id, k.scope from registration_key k where k.lookup = wanted
$$;
-- For a stranger that opens a trial form: whose plan it is.
create function trial_form_of(wanted uuid) returns table (id uuid, scope text)
language sql stable security definer set search_path = public as $$
  select p.id, p.scope from service_plan p where p.id = wanted and p.version = 'trial' and p.trial_form
$$;

grant create on schema public to tierline_system;
revoke execute on function count_licences(text[], timestamptz), subscription_count(), take_units(text[], uuid[], product_version[], integer[]),
  subscription_added(), subscription_changed(), subscription_gone(), licence_used(), company_switched(), transaction_seen(),
  roll_licences(integer), key_found(bytea), trial_form_of(uuid), customers_listed(text[], uuid[], uuid[], integer[], text) from public;
grant execute on function key_found(bytea), trial_form_of(uuid), customers_listed(text[], uuid[], uuid[], integer[], text) to tierline_app;
alter function count_licences(text[], timestamptz) owner to tierline_system;
alter function subscription_count() owner to tierline_system;
alter function take_units(text[], uuid[], product_version[], integer[]) owner to tierline_system;
alter function subscription_added() owner to tierline_system;
alter function subscription_changed() owner to tierline_system;
alter function subscription_gone() owner to tierline_system;
alter function licence_used() owner to tierline_system;
alter function company_switched() owner to tierline_system;
alter function transaction_seen() owner to tierline_system;
alter function roll_licences(integer) owner to tierline_system;
alter function key_found(bytea) owner to tierline_system;
alter function trial_form_of(uuid) owner to tierline_system;
alter function customers_listed(text[], uuid[], uuid[], integer[], text) owner to tierline_system;
revoke create on schema public from tierline_system;
