-- Sending mails, and the second factor of signing in.

-- `sending`: claimed by a worker · `unknown`: nobody knows whether it arrived; a person decides, it is never repeated by itself.
alter type mail_state add value 'sending' after 'scheduled';
alter type mail_state add value 'unknown';
alter table mail add column claimed_at timestamptz;
create index mail_claimed on mail (claimed_at) where claimed_at is not null;

-- A link that was sent to an address, for a password that was, to somebody who may sign in, is worth nothing once that changes.
create function account_links_end() returns trigger language plpgsql set search_path = public as $$
begin
  delete from account_token where account_id = new.id;
  return null;
end $$;
create trigger account_links_end after update of email, password_hash, enabled on account for each row
  when (new.email <> old.email or new.password_hash is distinct from old.password_hash or new.enabled <> old.enabled)
  execute function account_links_end();

-- ── Two-factor ──────────────────────────────────────────────────────────────
create type two_factor_policy as enum ('off', 'administrators', 'everyone');
-- Who must have a second factor, here and below; the strictest of a company and those above it counts.
alter table company add column two_factor_policy two_factor_policy not null default 'off';

create table two_factor (
  account_id   uuid primary key,
  scope        text collate "C" not null,
  -- The shared secret, sealed with a key outside of the database.
  sealed       bytea not null,
  -- Null until the person has shown a code of it.
  confirmed_at timestamptz,
  -- The time step of the last code that was taken: no code of it or before it is taken again.
  last_step    bigint not null default 0,
  created_at   timestamptz not null default now(),
  foreign key (scope, account_id) references account (scope, id) on update cascade on delete cascade
);
call tenancy_own('two_factor');

create table recovery_code (
  id         uuid primary key default uuidv7(),
  scope      text collate "C" not null,
  account_id uuid not null,
  hash       bytea not null,
  used_at    timestamptz,
  constraint recovery_code_hash_key unique (account_id, hash),
  foreign key (scope, account_id) references account (scope, id) on update cascade on delete cascade
);
call tenancy_own('recovery_code');

-- The strictest policy of those above the company at this path: what it cannot relax.
create function two_factor_policy_above(company_scope text) returns two_factor_policy
language sql stable security definer set search_path = public as $$
  select coalesce(max(p.two_factor_policy), 'off') from company p
  where starts_with(company_scope, p.scope) and p.scope <> company_scope
    and p.scope = any (array[substring(company_scope from '^[^.]+\.[^.]+\.'), split_part(company_scope, '.', 1) || '.'])
    and starts_with(company_scope, app_scope())
$$;

grant create on schema public to tierline_system;
drop function actor_of(uuid);
create function actor_of(session uuid) returns table (
  account_id uuid, company_id text, company_name text, scope text, kind company_kind, role account_role, login_name text,
  first_name text, last_name text, email text, locale text, time_zone text, two_factor two_factor_status, channel_id text,
  stale boolean, chain jsonb, company_slug text, two_factor_required boolean
) language sql stable security definer set search_path = public as $$
  select a.id, c.id, c.name, c.scope, c.kind, a.role, a.login_name, a.first_name, a.last_name, a.email, a.locale, a.time_zone,
    a.two_factor, c.channel_id, s.last_seen_at < now() - interval '5 minutes',
    (select jsonb_agg(jsonb_build_object('id', p.id, 'kind', p.kind, 'status', p.status) order by p.scope)
     from company p where p.scope = any (array[c.scope, c.parent_scope, c.channel_id || '.'])),
    c.slug,
    exists (select from company p
      where p.scope = any (array[c.scope, c.parent_scope, c.channel_id || '.'])
        and (p.two_factor_policy = 'everyone' or p.two_factor_policy = 'administrators' and a.role = 'administrator'))
  from session s
  join account a on a.id = s.account_id and a.enabled and a.session_version = s.version
  join company c on c.id = a.company_id
  where s.id = actor_of.session and s.expires_at > now()
$$;
revoke execute on function actor_of(uuid), two_factor_policy_above(text) from public;
grant execute on function actor_of(uuid), two_factor_policy_above(text) to tierline_app;
alter function actor_of(uuid) owner to tierline_system;
alter function two_factor_policy_above(text) owner to tierline_system;
revoke create on schema public from tierline_system;
