-- A night writes what it changes. Each row of the ledger said for which day it was made, so every night wrote every row anew:
-- of a thousand children a hundred and thirty thousand, twice over, of which a few hundred had become different.

-- The day that the clock was asked about, once for each child.
create table kith.duty_day (
  council  smallint not null,
  child    uuid not null,
  made_for date not null,                                        -- what lies after this day was left out: orders yet to run out, later terms
  primary key (council, child),
  foreign key (council, child) references kith.child
);
insert into kith.duty_day select council, child, max(made_for) from kith.duty group by council, child;
alter table kith.duty drop column made_for;

do $walls$
declare
  mine constant text := 'select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and (v.sees & 65536) <> 0';
begin
  alter table kith.duty_day enable row level security;
  alter table kith.duty_day force row level security;
  comment on table kith.duty_day is 'scope: duties; derived';
  grant select on kith.duty_day to kith_caseload, kith_wide, kith_service;
  grant select, insert, update on kith.duty_day to kith_rules;
  execute format('create policy caseload_sees on kith.duty_day for select to kith_caseload using (council = (select kith.here()) and child = any (array(%s)))', mine);
  execute format('create policy wide_sees on kith.duty_day for select to kith_wide using (council = (select kith.here()) and (child in (%s) or ((select kith.council_scopes(''see'')) & 65536) <> 0 and child <> all (array(select kith.kept_from_me()))))', mine);
  create policy service on kith.duty_day for select to kith_service using (council = (select kith.here()));
  create policy rules on kith.duty_day to kith_rules using (true) with check (true);
end $walls$;

-- Days as numbers since 1970, moments in milliseconds; a key that is left out is null. `bases`: of each basis among them its
-- rule and scope, once.
drop function kith.replace_duties(uuid[], json);
create function kith.given_duties(children uuid[], duties json, bases json)
returns table (child uuid, basis text, occurrence text, rule text, scope text, scope_bit int, standing text, due date, done date, closes date,
  covered_until date, shown_late boolean, missing text, trigger_day date, due_at timestamptz, done_by uuid, closing text, excuse text)
language sql stable as $$
  select d.child, d.basis, d.occurrence, b.rule, b.scope, s.bit, d.standing, date '1970-01-01' + d.due, date '1970-01-01' + d.done,
    date '1970-01-01' + d.closes, date '1970-01-01' + d.covered_until, coalesce(d.shown_late, false), d.missing,
    date '1970-01-01' + d.trigger_day, to_timestamp(d.due_at / 1000.0), d.done_by, d.closing, d.excuse
  from json_to_recordset(duties) as d (child uuid, basis text, occurrence text, standing text, due int, done int, closes int, covered_until int,
      shown_late boolean, missing text, trigger_day int, due_at bigint, done_by uuid, closing text, excuse text)
    join json_to_recordset(bases) as b (basis text, rule text, scope text) on b.basis = d.basis
    join reference.scope s on s.name = b.scope
  where d.child = any (children) $$;

-- A first filling has nothing to compare. Afterwards what is held and not given goes, and what is given and not held is
-- written: as sets, each table for itself, since of a join the plan for one child would be taken for two hundred.
create function kith.replace_duties(children uuid[], duties json, bases json, for_day int)
returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
declare
  asked_in smallint := here();
begin
  perform may_refresh(children);
  if not exists (select from duty_day d where d.council = asked_in and d.child = any (children)) then
    with given as materialized (select g.* from given_duties(children, duties, bases) g), written as (
      insert into duty (council, child, basis, occurrence, rule, scope, standing, due, done, closes, covered_until, shown_late, missing)
      select asked_in, child, basis, occurrence, rule, scope, standing, due, done, closes, covered_until, shown_late, missing from given
    )
    insert into duty_reason (council, child, basis, occurrence, scope_bit, trigger_day, due_at, done_by, closing, excuse)
    select asked_in, child, basis, occurrence, scope_bit, trigger_day, due_at, done_by, closing, excuse from given;
  else
    with given as materialized (
      select g.*, g.basis collate "C" as b, g.occurrence collate "C" as o from given_duties(children, duties, bases) g
    ), duties_held as materialized (
      select child, basis, occurrence, rule, scope, standing, due, done, closes, covered_until, shown_late, missing
      from duty where council = asked_in and child = any (children)
    ), duties_gone as materialized (
      select child, basis, occurrence from duties_held except select child, b, o from given
    ), no_longer as (
      delete from duty d using duties_gone g where d.council = asked_in and d.child = g.child and d.basis = g.basis and d.occurrence = g.occurrence
    ), written as (
      insert into duty (council, child, basis, occurrence, rule, scope, standing, due, done, closes, covered_until, shown_late, missing)
      select asked_in, f.* from (
        select child, b, o, rule, scope, standing, due, done, closes, covered_until, shown_late, missing from given
        except table duties_held) f
      on conflict (council, child, basis, occurrence) do update set (rule, scope, standing, due, done, closes, covered_until, shown_late, missing) =
        (excluded.rule, excluded.scope, excluded.standing, excluded.due, excluded.done, excluded.closes, excluded.covered_until, excluded.shown_late, excluded.missing)
    ), reasons_held as materialized (
      select child, basis, occurrence, scope_bit, trigger_day, due_at, done_by, closing, excuse
      from duty_reason where council = asked_in and child = any (children)
    ), reasons_gone as materialized (
      select child, basis, occurrence from reasons_held except select child, b, o from given
    ), no_reason as (
      delete from duty_reason d using reasons_gone g where d.council = asked_in and d.child = g.child and d.basis = g.basis and d.occurrence = g.occurrence
    )
    insert into duty_reason (council, child, basis, occurrence, scope_bit, trigger_day, due_at, done_by, closing, excuse)
    select asked_in, f.* from (
      select child, b, o, scope_bit, trigger_day, due_at, done_by, closing, excuse from given
      except table reasons_held) f
    on conflict (council, child, basis, occurrence) do update set (scope_bit, trigger_day, due_at, done_by, closing, excuse) =
      (excluded.scope_bit, excluded.trigger_day, excluded.due_at, excluded.done_by, excluded.closing, excluded.excuse);
  end if;
  insert into duty_day (council, child, made_for) select asked_in, c.child, date '1970-01-01' + for_day from unnest(children) c (child)
    on conflict (council, child) do update set made_for = excluded.made_for where duty_day.made_for <> excluded.made_for;
end $$;
alter function kith.given_duties(uuid[], json, json) owner to kith_rules;
alter function kith.replace_duties(uuid[], json, json, int) owner to kith_rules;
grant execute on function kith.replace_duties(uuid[], json, json, int) to kith_caseload, kith_wide, kith_service;
grant update on kith.duty, kith.duty_reason to kith_rules;
