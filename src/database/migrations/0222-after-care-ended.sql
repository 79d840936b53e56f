-- What ends leaving care after care itself: that somebody died, or that they have lived with a parent again for six months while under
-- 18 (decision 0241). From that day the clock counts nothing of leaving care, and a death before 18 says how long the record is kept.

create table kith.leaving_care_end (like door.record_shape including defaults including constraints,
  kind       text not null check (kind in ('died', 'lives with a parent')),
  since      date not null,                                              -- the day of the death, or on which they came to live there
  until      date,                                                       -- half-open: they do not live there any more; null: they do
  lives_with text check (lives_with in ('a parent', 'somebody with parental responsibility', 'whoever they were to live with by order')),
  decided_by uuid,                                                       -- who of us looked at it, and said so
  constraint lives_there_with_somebody check ((kind = 'lives with a parent') = (lives_with is not null) and (lives_with is null) = (decided_by is null)),
  constraint a_death_has_no_end check (kind <> 'died' or until is null),
  constraint it_broke_down_after_it_began check (until > since)
);
call kith.make_record('kith.leaving_care_end', 'plan');
call kith.also_writes('kith.leaving_care_end', 'kith.advises(child)');
alter table kith.leaving_care_end add foreign key (council, decided_by) references kith.worker (council, id);

-- Since when nothing of leaving care is owed, by what stands of it; infinity: it goes on. Six months that are not over before 18 end
-- nothing: who was a relevant child then is a former relevant child.
create function kith.leaving_care_over(c smallint, k uuid, born date) returns date language sql stable set search_path = kith, pg_temp as $$
  select coalesce(min(case e.kind when 'died' then e.since else (e.since + interval '6 months')::date end), 'infinity') from leaving_care_end e
  where e.council = c and e.child = k and e.change <> 'retraction' and not exists (select from leaving_care_end n where n.council = c and n.supersedes = e.id)
    and (e.kind = 'died' or (e.since + interval '6 months' < born + interval '18 years' and coalesce(e.until >= born + interval '18 years', true))) $$;
alter function kith.leaving_care_over(smallint, uuid, date) owner to kith_rules;

-- Whose they are where no team has them: nobody stays a care leaver to whom nothing is owed.
create temporary table were_alone on commit drop as
  select c.council, alone.child from door.council c, kith.alone_after_care(c.council) alone (child);
do $spans$
begin
  call kith.put_into('kith.leaver_spans(smallint, uuid)', $q$select daterange(p.ended, (b.born + interval '25 years')::date)$q$,
    $q$select daterange(p.ended, greatest(p.ended, least((b.born + interval '25 years')::date, leaving_care_over(c, k, b.born))))$q$);
end $spans$;
create function kith.sight_after_leaving_care() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in select distinct a.council, a.child from added a order by 1, 2 loop
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;
alter function kith.sight_after_leaving_care() owner to kith_rules;
create trigger sight after insert on kith.leaving_care_end referencing new table as added for each statement execute function kith.sight_after_leaving_care();

-- How long the record is kept: a death is one whether in care or after it.
call kith.put_into('kith.kept_at_least(uuid)', $q$and not exists (select from care_period n where n.council = p.council and n.supersedes = p.id))$q$,
  $q$and not exists (select from care_period n where n.council = p.council and n.supersedes = p.id)
      union all select 'E2', l.since from leaving_care_end l where l.council = here() and l.child = whom and l.kind = 'died' and l.change <> 'retraction'
      and not exists (select from leaving_care_end n where n.council = l.council and n.supersedes = l.id))$q$);

-- THE CLOCK reads it beside what another council has.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', $$, 'overs', (select json_agg($$,
  $$, 'ends', (select json_agg(json_build_array(r.line, ms(r.recorded), day(r.since), day(r.until), r.kind) order by r.since, r.id)
           from leaving_care_end r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'
           and not exists (select from leaving_care_end n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3)), 'overs', (select json_agg($$);
