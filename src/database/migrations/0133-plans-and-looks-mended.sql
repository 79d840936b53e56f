-- Plans put right: who decides what is counted from approvals, and so is an independent visitor from the day on which either could be
-- recorded. A look at exploitation that saw no risk needs no next day.

-- Unchanged words write no version; an approval names what it approved.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', $q$'delegated', (select json_agg(json_build_array(w.id, ms(w.recorded), day((w.recorded at time zone 'Europe/London')::date)) order by w.recorded, w.id)
    from plan_part w join plan p on p.council = w.council and p.id = w.plan
    where w.council = $1 and w.child = k.child and w.part like 'decides/%/who' and w.said is not null and p.kind = 'placement plan' and w.recorded <= $3)$q$,
  $q$'delegated', (select json_agg(json_build_array(s.id, ms(s.recorded), day((s.recorded at time zone 'Europe/London')::date)) order by s.recorded, s.id)
    from plan_state s join plan p on p.council = s.council and p.id = s.plan
    where s.council = $1 and s.child = k.child and s.state = 'approved' and p.kind = 'placement plan' and s.recorded <= $3
      and exists (select from plan_part w where w.council = s.council and w.id = any (s.versions) and w.part like 'decides/%/who' and w.said is not null))$q$);

alter table kith.exploitation_assessment alter column review_by drop not null;
alter table kith.exploitation_assessment add constraint looked_at_again_unless_no_risk check (review_by is not null or risk = 'no');

call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', ']) as e (event)', $q$, 'who-decides', 'visitor-considered']) as e (event)$q$);
call kith.speaks_from_now_on();

-- The record says that a child has no parent where two are recorded and both died, and nobody else who holds responsibility lives.
-- Whoever is kept from some is taken as there: a duty tells nobody of them.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', ') from unnest($2) k (child)', $q$, 'parentless', (select count(*) filter (where r.relation in ('mother', 'father', 'parent')) >= 2
      and bool_and(r.died = 'died' and r.audience is null and r.must_not_know is null)
    from family_person r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'
      and (r.relation in ('mother', 'father', 'parent') or r.responsibility = 'yes')
      and not exists (select from family_person n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3))) from unnest($2) k (child)$q$);
