-- Every mail is a row first: written in the transaction of what it tells of, sent by the worker afterwards.

create type mail_state as enum ('scheduled', 'sent', 'failed', 'cancelled');

create table mail (
  id           uuid primary key default uuidv7(),
  -- Whose mail it is: the company of the person it goes to.
  scope        text collate "C" not null references company (scope) on update cascade on delete cascade,
  account_id   uuid,
  kind         text not null,
  address      text not null check (char_length(address) between 3 and 128 and address !~ '[\s,;<>]'),
  name         text not null default '',
  locale       text not null check (locale in ('en', 'fr')),
  -- What its template needs; secrets (one-time links) are sealed apart and forgotten once it is sent.
  props        jsonb not null default '{}',
  sealed       bytea,
  state        mail_state not null default 'scheduled',
  due_at       timestamptz not null default now(),
  -- Rendered when it was sent, as it was sent, without its secrets.
  subject      text,
  body_html    text,
  body_text    text,
  attempts     integer not null default 0,
  last_error   text,
  sent_at      timestamptz,
  created_by   text not null default '',
  created_at   timestamptz not null default now(),
  unique (scope, id)
);
call tenancy_own('mail', 'select, insert, update');
create index mail_due on mail (due_at) where state = 'scheduled';
create index mail_by_scope on mail (scope, id desc);
create index mail_by_account on mail (account_id) where state = 'scheduled';

-- One-time links (invitation, password reset …): hashed, bound to a purpose and to an account, expiring, used once.
create type token_purpose as enum ('invitation', 'passwordReset');

create table account_token (
  id         uuid primary key default uuidv7(),
  scope      text collate "C" not null,
  account_id uuid not null,
  purpose    token_purpose not null,
  hash       bytea not null constraint account_token_hash_key unique,
  expires_at timestamptz not null,
  used_at    timestamptz,
  created_at timestamptz not null default now(),
  foreign key (scope, account_id) references account (scope, id) on update cascade on delete cascade
);
call tenancy_own('account_token');
create index account_token_by_account on account_token (account_id, purpose);
