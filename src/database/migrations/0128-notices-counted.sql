-- Notices as the clock counts them: whether a reason stands beside a decision not to tell, and whether an address is kept by its
-- decision alone; and what tells a form to whom they are owed, where its writer does not see the school or the time in care.

call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'r.how, r.not_told', 'r.how, r.not_told, r.said is not null');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'd.audience is not null or d.must_not_know is not null)',
  $$d.audience is not null or d.must_not_know is not null or exists (select from address_current a
    where a.council = r.council and a.child = r.child and a.line in (r.place, r.home) and a.audience_decision is not null))$$);

-- Of each home of a child: whether a school is recorded on the day on which it began, and when the time in care began in which it
-- lies. No school and no order is named; asked by whoever sees where the child lives.
create function kith.homes_to_tell(whom uuid) returns table (line uuid, learns boolean, came_in date)
language sql stable security definer set search_path = kith, pg_temp as $$
  select p.line,
    exists (select from school_place_current s where s.council = p.council and s.child = p.child and s.during @> lower(p.during)),
    (select max(coalesce(c.began, c.began_by)) from care_period_current c
      where c.council = p.council and c.child = p.child and coalesce(c.began, c.began_by) <= lower(p.during))
  from placement_current p where p.council = here() and p.child = whom and may(whom, 'see', 'where') $$;
alter function kith.homes_to_tell(uuid) owner to kith_rules;
revoke all on function kith.homes_to_tell(uuid) from public;
grant execute on function kith.homes_to_tell(uuid) to kith_caseload, kith_wide;
