-- Leaving care: the assessment of needs, reviews of the pathway plan and who asked for them, each contact and attempt, where a
-- young person lives and whether it suits them, staying put; a personal adviser; and a manager for whom no team has.

create table kith.needs_assessment (like door.record_shape including defaults including constraints,
  completed date not null,
  status_considered boolean not null default false                      -- being unaccompanied or trafficked was thought of (regulation 42(2)(ba))
);
call kith.make_record('kith.needs_assessment', 'plan');

create table kith.pathway_review_ask (like door.record_shape including defaults including constraints,
  asked    date not null,
  asked_by text not null check (asked_by in ('the young person', 'the personal adviser', 'the social worker', 'somebody else'))
);
call kith.make_record('kith.pathway_review_ask', 'plan');

create table kith.pathway_review (like door.record_shape including defaults including constraints,
  held          date not null,
  accommodation boolean not null,                                       -- it looked at the accommodation that the council provides
  next_months   int not null check (next_months between 1 and 6),
  constraint accommodation_is_looked_at_within_three_months check (not accommodation or next_months <= 3)
);
call kith.make_record('kith.pathway_review', 'plan');

create table kith.leaver_contact (like door.record_shape including defaults including constraints,
  happened date not null,
  made_by  uuid not null,
  how      text not null check (how in ('where they live', 'somewhere else', 'call', 'message', 'letter', 'through somebody else')),
  outcome  text not null check (outcome in ('in touch', 'no answer', 'does not want contact')),
  offered  boolean not null default false                               -- the support of a personal adviser was offered (section 23CZB)
);
call kith.make_record('kith.leaver_contact', 'plan');
alter table kith.leaver_contact add foreign key (council, made_by) references kith.worker (council, id);

create table kith.leaver_home (like door.record_shape including defaults including constraints,
  since    date not null,
  until    date,                                                        -- half-open; null: still there
  lives    text not null check (lives ~ '^[A-Z]$'),                     -- as the return says it, without its digit
  provided boolean not null,                                            -- the council provides it (sections 23B and 24B)
  suits    boolean,
  constraint a_home_ends_after_it_began check (until > since)
);
call kith.make_record('kith.leaver_home', 'plan');

create table kith.staying_put (like door.record_shape including defaults including constraints,
  happened date not null,
  what     text not null check (what in ('talked about', 'agreed', 'declined', 'looked at again', 'ended'))
);
call kith.make_record('kith.staying_put', 'plan');

-- A personal adviser is one who works with the young person, and sees what a worker alongside sees.
alter table kith.allocation drop constraint allocation_role_check;
alter table kith.allocation add constraint allocation_role_check
  check (role in ('allocated-worker', 'co-worker', 'cover', 'reviewing-officer', 'personal-adviser'));

-- Care leavers: from the day on which care ended, at 16 or later, until 25. Where no team has one, whoever manages a team that
-- stands under none sees them and can name somebody, as it is for children in care (decision 0122).
create function kith.leaver_spans(c smallint, k uuid) returns table (span daterange) language sql stable set search_path = kith, pg_temp as $$
  select daterange(p.ended, (b.born + interval '25 years')::date)
  from birth_claim b join care_period p on p.council = c and p.child = k and p.ended >= (b.born + interval '16 years')::date
  where b.council = c and b.child = k and b.standing = 'in force' and b.change <> 'retraction' and p.change <> 'retraction'
    and p.ended < (b.born + interval '25 years')::date
    and not exists (select from birth_claim n where n.council = c and n.supersedes = b.id)
    and not exists (select from care_period n where n.council = c and n.supersedes = p.id) $$;
alter function kith.leaver_spans(smallint, uuid) owner to kith_rules;

create function kith.alone_after_care(c smallint) returns setof uuid language sql stable set search_path = kith, pg_temp as $$
  select distinct p.child from care_period p
  where p.council = c and p.ended is not null and p.change <> 'retraction' and not exists (select from care_period n where n.council = c and n.supersedes = p.id)
    and exists (select from leaver_spans(c, p.child) l where upper(l.span) > current_date)
    and not exists (select from team_of_child h where h.council = c and h.child = p.child and h.change <> 'retraction' and upper_inf(h.during)
      and not exists (select from team_of_child n where n.council = c and n.supersedes = h.id)) $$;
alter function kith.alone_after_care(smallint) owner to kith_rules;

-- Their texts are added to and not written anew: other rooms change them too.
do $sight$
begin
  call kith.put_into('kith.relations_to(smallint, uuid)', $q$where w.role in ('allocated-worker', 'co-worker')$q$, $q$where w.role in ('allocated-worker', 'co-worker', 'personal-adviser')$q$);
  call kith.put_into('kith.relations_to(smallint, uuid)', 'select worker as person, role as relation, since, until from working',
    $q$select worker as person, case role when 'personal-adviser' then 'co-worker' else role end as relation, since, until from working$q$);
  call kith.put_into('kith.relations_to(smallint, uuid)', '  ), alone as (', $q$    union all
    select s.since, s.until from council, leaver_spans(c, k) l, sight_span(council.stands_on, l.span) s where s.until > s.since
  ), alone as ($q$);
  call kith.put_into('kith.alone_in_care(smallint)', $q$a.role in ('allocated-worker', 'co-worker')$q$, $q$a.role in ('allocated-worker', 'co-worker', 'personal-adviser')$q$);
  call kith.put_into('kith.sight_of_members()', 'alone_in_care(t.council) alone (child)',
    'lateral (select alone_in_care(t.council) union select alone_after_care(t.council)) alone (child)');
end $sight$;

-- A birth date that is put right moves whose they are only after care.
create function kith.sight_of_leavers() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in
    select distinct a.council, a.child from added a
    where exists (select from care_period p where p.council = a.council and p.child = a.child and p.ended is not null)
    order by 1, 2
  loop
    perform refresh_sight(r.council, r.child);
  end loop;
  return null;
end $$;
alter function kith.sight_of_leavers() owner to kith_rules;
create trigger sight after insert on kith.birth_claim referencing new table as added for each statement execute function kith.sight_of_leavers();

do $now$
declare
  r record;
begin
  for r in select c.council, alone.child from door.council c, kith.alone_after_care(c.council) alone (child) order by 1, 2 loop
    perform kith.refresh_sight(r.council, r.child);
  end loop;
end $now$;

-- The council's own record speaks of leaving care from now on, of a child whom its own form brings into care.
call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', ']) as e (event)', $q$, 'leaving-care']) as e (event)$q$);

-- The clock reads it.
call kith.clock_reads('leavingCare', array[
  ['advisers',  'allocation',         'day(lower(r.during)), day(upper(r.during))', $w$ and r.role = 'personal-adviser'$w$],
  ['assessed',  'needs_assessment',   'day(r.completed)', ''],
  ['asks',      'pathway_review_ask', 'day(r.asked)', ''],
  ['reviews',   'pathway_review',     'day(r.held), r.accommodation, r.next_months', ''],
  ['contacts',  'leaver_contact',     'day(r.happened), r.how, r.outcome, r.offered', ''],
  ['homes',     'leaver_home',        'day(r.since), day(r.until), r.provided', ''],
  ['stays',     'staying_put',        'day(r.happened), r.what', '']
],
  $q$, 'planned', (select json_agg(json_build_array(s.id, ms(s.recorded), day((s.recorded at time zone 'Europe/London')::date)) order by s.recorded, s.id)
    from plan_state s join plan p on p.council = s.council and p.id = s.plan
    where s.council = $1 and s.child = k.child and s.state = 'approved' and p.kind = 'pathway plan' and s.recorded <= $3)$q$);
