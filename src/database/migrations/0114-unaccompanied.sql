-- A child who came here alone: the journey and how they came to us, an age that is doubted and what was decided, applications
-- for a status with their days, and the search for family. Beside kith.unaccompanied, which is the one date of the return.

create table kith.arrival_alone (like door.record_shape including defaults including constraints,
  arrived     date not null,                                            -- in this country, as far as it is known
  came_to_us  date not null,
  how         text not null check (how in ('found here', 'national transfer', 'another way')),
  referred    date,                                                     -- to the transfer scheme
  interpreter boolean not null,
  constraint nobody_comes_to_us_before_arriving check (came_to_us >= arrived),
  constraint referred_before_they_come check (referred <= came_to_us)
);
call kith.make_record('kith.arrival_alone', 'legal');

create table kith.age_assessment (like door.record_shape including defaults including constraints,
  doubted date not null,
  decided date,
  outcome text check (outcome in ('as they say', 'another age', 'an adult')),
  constraint decided_with_an_outcome check ((decided is null) = (outcome is null)),
  constraint decided_after_the_doubt check (decided >= doubted)
);
call kith.make_record('kith.age_assessment', 'legal');

create table kith.status_application (like door.record_shape including defaults including constraints,
  kind        text not null check (kind in ('asylum', 'further leave', 'appeal', 'victim of trafficking', 'another status')),
  made        date not null,
  decided     date,
  outcome     text check (outcome in ('granted', 'refused', 'withdrawn')),
  leave_until date,
  constraint decided_with_an_outcome check ((decided is null) = (outcome is null)),
  constraint decided_after_it_was_made check (decided >= made),
  constraint leave_where_it_was_granted check (leave_until is null or outcome = 'granted')
);
call kith.make_record('kith.status_application', 'legal');

create table kith.family_tracing (like door.record_shape including defaults including constraints,
  happened date not null,
  what     text not null check (what in ('talked about', 'they want it', 'they do not want it', 'asked for', 'found', 'not found'))
);
call kith.make_record('kith.family_tracing', 'legal');

call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', ']) as e (event)', $q$, 'unaccompanied']) as e (event)$q$);

-- The clock reads them: who came alone, whose age is doubted, and where care plan or assessment of needs say what that asks of us.
call kith.clock_reads('unaccompanied', array[
  ['arrivals', 'arrival_alone',  'day(r.came_to_us)', ''],
  ['ages',     'age_assessment', 'day(r.doubted), day(r.decided)', '']
],
  $q$, 'said', (select json_agg(json_build_array(x.line, ms(x.recorded), x.on_day) order by x.recorded, x.line) from (
      select w.id as line, w.recorded, day((w.recorded at time zone 'Europe/London')::date) as on_day
      from plan_part w join plan p on p.council = w.council and p.id = w.plan and p.kind = 'care plan'
      where w.council = $1 and w.child = k.child and w.part = 'protection-status' and w.said is not null and w.recorded <= $3
      union all
      select a.line, a.recorded, day(a.completed) from needs_assessment a
      where a.council = $1 and a.child = k.child and a.status_considered and a.recorded <= $3 and a.change <> 'retraction'
        and not exists (select from needs_assessment n where n.council = a.council and n.supersedes = a.id and n.recorded <= $3)) x)$q$);
