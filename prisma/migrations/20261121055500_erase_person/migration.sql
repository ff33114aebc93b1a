-- Whoever erases a person takes their name off the notes they wrote, wherever these lie by now: a customer may have moved to
-- another partner since. Nothing else of a note changes, so the application needs no right to update notes.
create index note_by_author on note (author_id);

create function forget_author(person uuid) returns integer
language plpgsql security definer set search_path = public as $$
declare
  forgotten integer;
begin
  if not exists (select from account a where a.id = person and starts_with(a.scope, app_scope())) then return 0; end if;
  update note set author_name = '' where author_id = person and author_name <> '';
  get diagnostics forgotten = row_count;
  return forgotten;
end $$;

grant create on schema public to tierline_system;
revoke execute on function forget_author(uuid) from public;
grant execute on function forget_author(uuid) to tierline_app;
alter function forget_author(uuid) owner to tierline_system;
revoke create on schema public from tierline_system;
