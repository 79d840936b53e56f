-- The name of one child, told to the analyst so that an error of the return can be put right: for an hour, while something
-- is wrong, and in the log of the child. Nothing else of the child is opened by it (decision 0117).
create table kith.return_naming (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  child       uuid not null,
  person      uuid not null,
  year        int not null,
  rule        text not null check (rule ~ '^[A-Za-z0-9]+$'),
  reason      text not null check (reason in ('ask their worker', 'find who knows them', 'two records', 'another list')),
  until       timestamptz not null,
  retention_class text not null default 'child-in-care',
  retention_start date,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, child) references kith.child,
  foreign key (council, person) references kith.person
);
create index on kith.return_naming (council, child);
create index on kith.return_naming (council, person, recorded);
call kith.wall('kith.return_naming', 'oversight');
grant insert on kith.return_naming to kith_rules;

-- Told only to an analyst, of a child with a flag that stands. One that is mended, unknown, another council's, of a hidden or
-- closed child or of the asker's own family looks like none. Twenty children in a day: who needs more works with the workers' lists.
create function kith.name_to_mend(of_flag uuid, naming uuid, why text) returns text language plpgsql volatile security definer set search_path = kith, pg_temp as $$
declare
  f record;
  ends timestamptz := now() + interval '1 hour';
begin
  if not i_am('analyst') then raise insufficient_privilege using message = 'only an analyst is told a name for the return'; end if;
  select r.child, r.year, r.rule into f from return_flag r
    where r.council = here() and r.id = of_flag and r.gone is null and r.child not in (select kept_from_me());
  if not found then
    insert into access_entry (council, person, what) values (here(), me(), 'a name for the return was refused');
    return 'not found';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('return_naming ' || me(), here()));
  if (select count(distinct n.child) from return_naming n
      where n.council = here() and n.person = me() and n.child <> f.child and n.recorded > now() - interval '24 hours') >= 20 then
    insert into access_entry (council, person, what) values (here(), me(), 'a name for the return was refused: twenty in a day');
    return 'enough';
  end if;
  insert into return_naming (council, id, child, person, year, rule, reason, until, recorded_by)
    values (here(), naming, f.child, me(), f.year, f.rule, why, ends, me());
  insert into access_entry (council, person, child, what, subject)
    values (here(), me(), f.child, 'was told the name to put the return right', jsonb_build_object('for', 'rule ' || f.rule || ', ' || why, 'naming', naming, 'until', ends));
  return 'told';
end $$;

-- The names that the asker may see now: still within the hour, and while something is wrong with the child in a return.
create function kith.names_to_mend() returns table (child uuid, until timestamptz, id uuid, line uuid, kind text, since date, said bytea)
language sql stable security definer set search_path = kith, pg_temp as $$
  select n.child, g.until, n.id, n.line, n.kind, n.since, n.said
  from (select r.child, max(r.until) as until from return_naming r
        where r.council = here() and r.person = me() and r.until > now() group by r.child) g
    join child_name_current n on n.council = here() and n.child = g.child
  where i_am('analyst') and g.child not in (select kept_from_me())
    and exists (select from return_flag f where f.council = here() and f.child = g.child and f.gone is null) $$;

alter function kith.name_to_mend(uuid, uuid, text) owner to kith_rules;
alter function kith.names_to_mend() owner to kith_rules;
grant execute on function kith.name_to_mend(uuid, uuid, text), kith.names_to_mend() to kith_caseload, kith_wide;
