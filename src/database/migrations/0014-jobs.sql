-- Work for later: added in the transaction that caused it, by one function, and carrying ids only.

create table door.task (name text primary key check (name ~ '^[a-z-]+$'));
insert into door.task values ('nightly-refresh'), ('refresh-child');

-- The queue's own tables are made by its library when the first worker starts; until then a job cannot be added.
create function kith.add_job(task_name text, about_child uuid default null) returns void language plpgsql volatile security definer set search_path = door, pg_temp as $$
begin
  if not exists (select from task where name = task_name) then raise invalid_parameter_value using message = 'unknown task'; end if;
  -- hidden, another council's and unknown look alike
  if about_child is not null and current_setting('role') <> 'kith_service' and not kith.may(about_child, 'see', 'duties')
     or about_child is not null and not exists (select from kith.child where council = kith.here() and id = about_child) then
    raise no_data_found using message = 'no such child';
  end if;
  execute 'select graphile_worker.add_job($1, payload => $2, job_key => $3)'
    using task_name, json_build_object('council', kith.here(), 'child', about_child), format('%s:%s:%s', task_name, kith.here(), coalesce(about_child::text, 'all'));
end $$;
grant execute on function kith.add_job(text, uuid) to kith_caseload, kith_wide, kith_service;
