-- The number by which the return knows a worker (SW_ID), as the administrator enters it: the last one holds, and without any the
-- code by which a source knows them. A row without a number takes the last one back.
create table kith.worker_number (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  worker      uuid not null,
  number      text check (number ~ '^(SW|XX)[A-Z0-9]{2,18}$'),
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, worker) references kith.worker
);
create index on kith.worker_number (council, worker, recorded desc, id desc);
create index on kith.worker_number (council, number);
call kith.wall_open('kith.worker_number', 'administrator');
grant insert (council, id, worker, number, recorded_by) on kith.worker_number to kith_caseload, kith_wide, kith_service;

-- What holds of each worker.
create view kith.worker_number_current with (security_invoker = true) as
  select distinct on (n.council, n.worker) n.* from kith.worker_number n order by n.council, n.worker, n.recorded desc, n.id desc;
grant select on kith.worker_number_current to kith_caseload, kith_wide, kith_service, kith_rules;

-- No two workers are one in the return: neither by numbers that hold, nor by the code of one who has none.
create function kith.one_number_each() returns trigger language plpgsql set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('worker_number', new.council));
  if new.number is not null and exists (
    select from worker w left join worker_number_current n on n.council = w.council and n.worker = w.id
    where w.council = new.council and w.id <> new.worker and upper(coalesce(n.number, w.code)) = new.number)
  then
    raise check_violation using constraint = 'number_of_another_worker', message = 'another worker has this number';
  end if;
  return new;
end $$;
create trigger one_number_each before insert on kith.worker_number for each row execute function kith.one_number_each();

-- The return of each child with whom they ever worked is checked again.
create function kith.note_children_of_worker() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into child_changed (council, child)
    select distinct a.council, a.child from added n join allocation a on a.council = n.council and a.worker = n.worker
  on conflict do nothing;
  return null;
end $$;
alter function kith.note_children_of_worker() owner to kith_rules;
create trigger note_children after insert on kith.worker_number referencing new table as added for each statement execute function kith.note_children_of_worker();

-- Who was a child's own worker on that day or since, and so stands in the return: asked by whoever enters or looks after the
-- numbers, who sees no child.
create function kith.workers_in_return(since date) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  select distinct a.worker from allocation a
  where a.council = here() and a.role = 'allocated-worker' and (upper_inf(a.during) or upper(a.during) > since) and (i_am('administrator') or i_am('analyst')) $$;
alter function kith.workers_in_return(date) owner to kith_rules;
grant execute on function kith.workers_in_return(date) to kith_caseload, kith_wide;
