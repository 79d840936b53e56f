-- Who was told, as notices: of which home or event, for which day it is planned, how it was sent; or who decided not to tell, when
-- and why. Rows from before stand as they are: they name no home.

alter table kith.told drop constraint told_recipient_check;
alter table kith.told add constraint told_recipient_check check (recipient in ('child', 'parent', 'somebody with parental responsibility', 'somebody with contact',
  'carer', 'carer before', 'school', 'virtual school', 'GP', 'health team', 'area authority', 'independent reviewing service', 'Cafcass or court', 'police', 'somebody else'));
alter table kith.told drop constraint told_about_check;
alter table kith.told add constraint told_about_check
  check (about in ('comes into care', 'home', 'home ended', 'order or agreement', 'missing', 'leaves care', 'something else'));
alter table kith.told
  add column on_table text check (on_table ~ '^[a-z_]+$'),       -- the home or event that it is about
  add column on_line uuid,
  add column how text check (how in ('in writing', 'in person', 'by telephone', 'by video', 'through somebody else')),
  add column planned date,                                       -- for which day, while they are not told yet
  add column decided date,                                       -- when it was decided not to tell them, and by whom
  add column decided_by uuid,
  add constraint planned_while_not_told check (planned is null or not_told = 'not yet'),
  add constraint decided_not_to_tell check ((decided is null) = (decided_by is null) and (decided is null or not_told in ('not needed', 'not safe', 'could not be reached'))),
  add foreign key (council, decided_by) references kith.worker;
create or replace view kith.told_current with (security_invoker = true) as
  select r.* from kith.told r where r.change <> 'retraction'
    and not exists (select from kith.told n where n.council = r.council and n.supersedes = r.id);
grant insert (on_table, on_line, how, planned, decided, decided_by) on kith.told to kith_caseload, kith_wide, kith_service;
call kith.may_point('kith.told');

-- Two functions as they stand, with what is new put in, so that what others have put in stays.
create procedure kith.put_into(which regprocedure, before text, after text) language plpgsql set search_path = kith, pg_temp as $$
declare
  body text := (select prosrc from pg_proc where oid = which);
begin
  if strpos(body, before) = 0 or strpos(body, after) > 0 then raise exception '% does not hold what is to be changed: %', which, before; end if;
  execute replace(pg_get_functiondef(which), body, replace(body, before, after));
end $$;

-- What the clock reads of a child besides, in an object of its own. `shapes`: of each part its name, its table, its columns as JSON,
-- and which rows; `also`: parts that are read in another way, as the statement says them.
create procedure kith.clock_reads(whole text, shapes text[], also text default '') language plpgsql set search_path = kith, pg_temp as $$
declare
  ends constant text := ') from unnest($2) k (child)';
  parts constant text := (select string_agg(format(
    $q$%1$L, (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from %2$I f where f.council = r.council and f.id = r.line) end), %3$s) order by r.line)
           from %2$I r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'%4$s
           and not exists (select from %2$I n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3))$q$,
    shapes[i][1], shapes[i][2], shapes[i][3], shapes[i][4]), ', ' order by i) from generate_subscripts(shapes, 1) i);
begin
  call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', ends, format(', %L, json_build_object(%s%s)', whole, parts, also) || ends);
end $$;

-- From now on the council's own record speaks of notices, of a child whom its own form brings into care.
call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', $$unnest(array['care-period',$$, $$unnest(array['notice', 'care-period',$$);

-- Why the home before ended, and of whom what home was said to whom, or that they were not to be told.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'd.placement = r.line)', 'd.placement = r.line), r.start_reason');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'r.recipient, r.about, day(r.told)',
  $$r.recipient, r.about, day(coalesce(r.told, r.decided)), case when r.on_table = 'placement' then r.on_line end, r.how, r.not_told$$);
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'and r.told is not null', 'and coalesce(r.told, r.decided) is not null');
