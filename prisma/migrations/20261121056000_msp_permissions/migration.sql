-- What a parent lets an MSP do beyond selling. No row: nothing of it. `scope` is the MSP's.
create table msp_permission (
  scope             text collate "C" primary key references company (scope) on update cascade on delete cascade,
  -- Its remote management runs in this data centre; none: it manages nothing remotely.
  data_centre_scope text collate "C",
  data_centre_id    uuid,
  -- It may brand its own sub-tree.
  own_branding      boolean not null default false,
  updated_at        timestamptz not null default now(),
  constraint msp_permission_centre check ((data_centre_id is null) = (data_centre_scope is null)),
  constraint msp_permission_above check (starts_with(scope, data_centre_scope)),
  foreign key (data_centre_scope, data_centre_id) references data_centre (scope, id) on update cascade
);
call tenancy_granted('msp_permission');
create index msp_permission_by_centre on msp_permission (data_centre_id);
