-- Long-running work: the operation is the truth, a job only a nudge that carries its id. Imports stage their rows here.

create type operation_kind as enum ('customerImport', 'customerDisable', 'customerEnable', 'customerDelete', 'customerTag',
  'licenceAssign', 'licenceRenew', 'licenceModify', 'licenceSuspend', 'licenceResume', 'suiteChange', 'keyCancel');
create type operation_state as enum ('draft', 'queued', 'running', 'ready', 'done', 'failed', 'cancelled');
create type item_state as enum ('pending', 'done', 'refused', 'failed');

create table operation (
  id               uuid primary key default uuidv7(),
  scope            text collate "C" not null,
  kind             operation_kind not null,
  state            operation_state not null default 'queued',
  step             text not null default '',
  target_scope     text collate "C" not null,
  input            jsonb not null default '{}',
  requested_by     uuid not null,
  requested_name   text not null,
  total            integer not null default 0,
  done             integer not null default 0,
  refused          integer not null default 0,
  failed           integer not null default 0,
  cancel_requested boolean not null default false,
  error_code       text,
  result           jsonb,
  created_at       timestamptz not null default now(),
  started_at       timestamptz,
  finished_at      timestamptz,
  expires_at       timestamptz,
  constraint operation_inside_target check (starts_with(target_scope, scope)),
  foreign key (scope) references company (scope) on update cascade on delete cascade,
  unique (scope, id)
);
call tenancy_own('operation');
create index operation_by_scope on operation (scope, id desc);
create index operation_unfinished on operation (scope, requested_by) where state in ('queued', 'running');

create table operation_item (
  scope        text collate "C" not null,
  operation_id uuid not null,
  ref          text collate "C" not null,
  -- Items that have the same word here are done in one transaction: those of one customer, which gets one mail about them all.
  together     text collate "C" not null default '',
  name         text not null default '',
  state        item_state not null default 'pending',
  code         text,
  params       jsonb,
  primary key (operation_id, ref),
  foreign key (scope, operation_id) references operation (scope, id) on update cascade on delete cascade
);
call tenancy_own('operation_item');
create index operation_item_pending on operation_item (operation_id, together, ref) where state = 'pending';

-- The bytes of an uploaded file, in pieces, until the import ends.
create table import_piece (
  scope        text collate "C" not null,
  operation_id uuid not null,
  seq          integer not null,
  bytes        bytea not null,
  primary key (operation_id, seq),
  foreign key (scope, operation_id) references operation (scope, id) on update cascade on delete cascade
);
call tenancy_own('import_piece');

create type import_row_state as enum ('unchecked', 'good', 'bad', 'known', 'written', 'failed');

-- One line of the file: its cells as read, what it would become, and what is wrong with it.
create table import_row (
  scope        text collate "C" not null,
  operation_id uuid not null,
  line         integer not null,
  cells        text[] not null,
  state        import_row_state not null default 'unchecked',
  value        jsonb,
  problems     jsonb,
  primary key (operation_id, line),
  foreign key (scope, operation_id) references operation (scope, id) on update cascade on delete cascade
)
-- Cleaned up behind a file, not while its rows are written.
with (autovacuum_vacuum_insert_threshold = -1, autovacuum_vacuum_threshold = 200000, autovacuum_analyze_threshold = 500000);
call tenancy_own('import_row');
create index import_row_by_state on import_row (operation_id, state, line);

-- The queue. The application may only add; the worker takes (server/jobs/queue.ts).
create table job (
  id           bigint generated always as identity primary key,
  kind         text not null,
  payload      jsonb not null default '{}',
  dedupe       text collate "C",
  run_at       timestamptz not null default now(),
  attempts     integer not null default 0,
  locked_until timestamptz,
  last_error   text,
  created_at   timestamptz not null default now()
);
call tenancy_system('job', 'insert');
create unique index job_dedupe on job (dedupe);
create index job_due on job (run_at, id);

create function job_nudge() returns trigger language plpgsql as $$
begin
  perform pg_notify('tierline_job', '');
  return null;
end $$;
create trigger job_nudge after insert on job for each statement execute function job_nudge();
