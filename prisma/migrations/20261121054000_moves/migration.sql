-- A customer moves to another managing company of its channel, with everything it owns.

-- Its subscriptions go first, because path and plan must change in one step: until its company follows, they wait for it.
alter table subscription drop constraint subscription_scope_fkey;
alter table subscription add constraint subscription_scope_fkey
  foreign key (scope) references company (scope) on update cascade on delete cascade deferrable initially immediate;

-- What its people had asked for goes along, with what it is about.
create function operation_moves() returns trigger language plpgsql as $$
begin
  new.target_scope := new.scope || substr(old.target_scope, char_length(old.scope) + 1);
  return new;
end $$;
create trigger operation_moves before update of scope on operation for each row
  when (old.scope <> new.scope) execute function operation_moves();

-- Moves the customer at a path below another managing company, in the reach of a parent. `plans` names for each subscription the
-- plan at its new place ({"subscription id": "plan id"}); those not named keep theirs, which must then be the parent's. Units
-- leave the old pool and are taken from the new one. What was logged stays where it was done. Gives the new path.
create function move_customer(customer text, to_scope text, plans jsonb) returns text
language plpgsql security definer set search_path = public as $$
declare
  from_scope text;
  new_scope text;
begin
  if app_scope() !~ '^[^.]+\.$' or not starts_with(customer, app_scope()) or not starts_with(to_scope, app_scope()) then
    return null;
  end if;
  perform 1 from company where scope in (customer, to_scope) order by kind = 'customer', scope for update;
  select parent_scope, to_scope || id || '.' into from_scope, new_scope from company where scope = customer and kind = 'customer';
  if new_scope is null or from_scope = to_scope then return null; end if;

  perform take_units(array_agg(t.scope), array_agg(t.product_id), array_agg(t.version), array_agg(t.takes)) from (
    select place.scope, s.product_id, s.version, (place.sign * sum(s.pooled_units))::int as takes
    from subscription s cross join (values (from_scope, -1), (to_scope, 1)) place (scope, sign)
    where s.scope = customer and not s.nfr group by place.scope, place.sign, s.product_id, s.version having sum(s.pooled_units) > 0) t
  having count(*) > 0;

  set constraints subscription_scope_fkey deferred;
  update service_plan p set customers = p.customers + n.count from (
    select plan_id, sum(one)::int as count from (
      select plan_id, -1 as one from subscription where scope = customer and cancelled_on is null
      union all select coalesce((plans ->> id::text)::uuid, plan_id), 1 from subscription where scope = customer and cancelled_on is null) d
    group by 1) n where p.id = n.plan_id and n.count <> 0;
  update subscription_version v set valid_to = app_now()
    from subscription s where s.scope = customer and v.subscription_id = s.id and v.valid_to is null and plans ? s.id::text;
  update subscription s set scope = new_scope, revision = s.revision + (plans ? s.id::text)::int,
    plan_scope = p.scope, plan_id = p.id
  from service_plan p
  where s.scope = customer and p.id = coalesce((plans ->> s.id::text)::uuid, s.plan_id);
  update company set parent_scope = to_scope, scope = new_scope where scope = customer;
  insert into subscription_version (scope, subscription_id, revision, valid_from, plan_id, product_id, version, nfr, units, starts_on,
    ends_on, charge_from_on, auto_renew, renew_months, notice_days, grace_days, managed, awaiting_sign_in, suspended_ends_on, cancelled_on)
  select scope, id, revision, app_now(), plan_id, product_id, version, nfr, units, starts_on, ends_on, charge_from_on, auto_renew,
    renew_months, notice_days, grace_days, managed, awaiting_sign_in, suspended_ends_on, cancelled_on
  from subscription s where s.scope = new_scope and plans ? s.id::text;
  update customer_transaction set scope = new_scope where scope = customer;
  update key_redemption set customer_scope = new_scope where customer_scope = customer;
  -- Counted again at the new place: its days may be others.
  update subscription set next_change_on = next_change_on where scope = new_scope;
  perform count_licences(array[new_scope]);
  return new_scope;
end $$;

grant create on schema public to tierline_system;
revoke execute on function move_customer(text, text, jsonb) from public;
grant execute on function move_customer(text, text, jsonb) to tierline_app;
alter function move_customer(text, text, jsonb) owner to tierline_system;
revoke create on schema public from tierline_system;
