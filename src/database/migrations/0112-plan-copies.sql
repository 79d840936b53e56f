-- Copies of a plan: to whom an edition was given and when, or why it was withheld. Why, and to whom by name, are words.
create table kith.plan_copy (like door.record_shape including defaults including constraints,
  plan      uuid not null,
  edition   uuid not null,
  recipient text not null check (recipient in ('child', 'parent', 'reviewing officer', 'carer', 'provider', 'somebody else')),
  given     date,
  withheld  date,                                                       -- the day on which it was decided
  constraint given_or_withheld check ((given is null) <> (withheld is null))
);
call kith.make_record('kith.plan_copy', 'plan');
alter table kith.plan_copy add foreign key (council, child, plan, edition) references kith.plan_edition (council, child, plan, id);

-- The clock reads them, and who decides what in a placement plan. Its text is added to, since other rooms add to it too.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', ') from unnest($2) k (child)', $q$, 'planCopies', (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from plan_copy f where f.council = r.council and f.id = r.line) end), s.id, r.recipient, day(r.given), day(r.withheld)) order by r.line)
    from plan_copy r join plan_state s on s.council = r.council and s.child = r.child and s.edition = r.edition and s.state = 'approved'
    where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'
      and not exists (select from plan_copy n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3)),
  'delegated', (select json_agg(json_build_array(w.id, ms(w.recorded), day((w.recorded at time zone 'Europe/London')::date)) order by w.recorded, w.id)
    from plan_part w join plan p on p.council = w.council and p.id = w.plan
    where w.council = $1 and w.child = k.child and w.part like 'decides/%/who' and w.said is not null and p.kind = 'placement plan' and w.recorded <= $3)) from unnest($2) k (child)$q$);
