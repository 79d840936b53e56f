-- The ledger: the duties towards each child as rows of days and reasons. Derived; it can be rebuilt from the record at any time.

-- What anyone who may see duties reads: the rule and what is needed to say its state on a day.
create table kith.duty (
  council       smallint not null,                               -- one of a child: that reference is enough, and two cost a third of a rebuild
  child         uuid not null,
  basis         text not null,                                   -- the rule and the way in which it counts
  occurrence    text not null,                                   -- the line that raised it
  rule          text not null,
  scope         text not null check (scope = any ('{where,plan,legal,reviews,visits,health,learning,missing,adoption}')),  -- the part of the record that the rule reads
  standing      text not null check (standing in ('open', 'doneOnTime', 'doneLate', 'excused', 'notApplicable', 'unknown', 'notInForce')),
  due           date,
  done          date,
  closes        date,
  covered_until date,
  shown_late    boolean not null,
  missing       text,
  made_for      date not null default current_date,              -- what lies after this day was left out: orders yet to run out, later terms
  primary key (council, child, basis, occurrence),
  foreign key (council, child) references kith.child
);
create index on kith.duty (council, due) where standing = 'open';

-- Why: only for those who may see the part of the record that the rule reads.
create table kith.duty_reason (
  council     smallint not null,
  child       uuid not null,
  basis       text not null,
  occurrence  text not null,
  scope_bit   int not null,
  trigger_day date,
  due_at      timestamptz,
  done_by     uuid,
  closing     text,
  excuse      text,
  primary key (council, child, basis, occurrence),
  foreign key (council, child) references kith.child
);

do $walls$
declare
  t text;
  mine text := 'select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and (v.sees & 65536) <> 0';
  part text;
begin
  foreach t in array array['kith.duty', 'kith.duty_reason'] loop
    part := case t when 'kith.duty_reason' then ' and ((select kith.council_scopes(''see'')) & scope_bit <> 0 and duty_reason.child <> all (array(select kith.kept_from_me())) or exists (select from kith.visible_child r where r.council = (select kith.here()) and r.person = (select kith.me()) and r.child = duty_reason.child and r.since <= now() and r.until > now() and (r.sees & duty_reason.scope_bit) <> 0))' else '' end;
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('comment on table %s is %L', t, 'scope: duties; derived');
    execute format('grant select on %s to kith_caseload, kith_wide, kith_service', t);
    execute format('grant select, insert, delete on %s to kith_rules', t);
    execute format('create policy caseload_sees on %s for select to kith_caseload using (council = (select kith.here()) and child = any (array(%s))%s)', t, mine, part);
    execute format('create policy wide_sees on %s for select to kith_wide using (council = (select kith.here()) and (child in (%s) or ((select kith.council_scopes(''see'')) & 65536) <> 0 and child <> all (array(select kith.kept_from_me())))%s)', t, mine, part);
    execute format('create policy service on %s for select to kith_service using (council = (select kith.here()))', t);
    execute format('create policy rules on %s to kith_rules using (true) with check (true)', t);
  end loop;
end $walls$;

-- The facts that the clock needs of each child, as the record knew them at a moment. Days as numbers since 1970, moments as
-- milliseconds; `first` is when the line was first typed. Runs as whoever asks: their own sight applies.
create function kith.day(d date) returns int language sql immutable parallel safe as $$ select d - date '1970-01-01' $$;
create function kith.ms(t timestamptz) returns bigint language sql immutable parallel safe as $$ select (extract(epoch from t) * 1000)::bigint $$;
-- Its text is put together here, once, so that its plan is kept by each connection.
do $facts$
declare
  parts text := '';
  part record;
  -- kind of fact, table, and its columns in the order in which the clock reads them
  shapes constant text[][] := array[
    ['births',        'birth_claim',        'day(r.born), r.standing'],
    ['periods',       'care_period',        'day(r.began), day(r.began_by), day(r.ended), r.end_reason'],
    ['bases',         'legal_basis',        'r.kind, day(r.made), day(r.made_by), day(r.until), day(r.ended), r.suspended_by'],
    ['placements',    'placement',          'day(lower(r.during)), r.start_known, day(upper(r.during)), r.kind, r.provider, r.same_carers, r.planned'],
    ['decisions',     'placement_decision', 'r.placement, r.kind, day(r.since), day(r.until), r.weeks'],
    ['plans',         'placement_plan',     'r.placement, day(r.prepared), day(r.signed)'],
    ['reviews',       'review',             'day(r.held), r.participation, r.adjourned'],
    ['calls',         'review_call',        'r.kind, day(r.called), day(r.before), r.justified'],
    ['visits',        'visit',              'day(r.happened), r.visitor_role, r.mode, r.seen, r.alone, r.virtual_approved_by is not null'],
    ['requests',      'visit_request',      'day(r.asked), r.kind'],
    ['health',        'health_assessment',  'r.kind, day(r.happened), r.by_role, r.outcome, day(r.reported)'],
    ['peps',          'education_plan',     'r.stage, day(r.happened)'],
    ['schools',       'school_place',       'r.school, day(lower(r.during)), day(upper(r.during))'],
    ['missing',       'missing_episode',    'r.kind, day(r.since), day(r.until), ms(r.until_at)'],
    ['interviews',    'return_interview',   'r.episode, day(r.offered), day(r.happened), ms(r.happened_at), r.outcome'],
    ['excuses',       'excuse',             'r.rule, r.occurrence, r.reason, day(r.decided)']
  ];
begin
  for i in 1 .. array_length(shapes, 1) loop
    parts := parts || format(
      $q$, %L, (select json_agg(json_build_array(r.line, ms(case when r.line = r.id then r.recorded else (select f.recorded from %2$I f where f.council = r.council and f.id = r.line) end), %3$s) order by r.line)
           from %2$I r where r.council = $1 and r.child = k.child and r.recorded <= $3 and r.change <> 'retraction'
           and not exists (select from %2$I n where n.council = r.council and n.supersedes = r.id and n.recorded <= $3))$q$,
      shapes[i][1], shapes[i][2], shapes[i][3]);
  end loop;
  parts := parts || $q$, 'coverage', (select json_agg(json_build_array(v.source, v.event, day(v.since), day(v.until)) order by v.source, v.event, v.since)
    from source_coverage v where v.council = $1 and v.recorded <= $3 and v.source in (
      select s.source from source_child s where s.council = $1 and s.child = k.child and s.recorded <= $3
      union all select e.id from source e where e.council = $1 and e.every_child))$q$;
  execute 'create function kith.facts_known(c smallint, children uuid[], known timestamptz) returns table (child uuid, facts json) '
    'language plpgsql stable set search_path = kith, pg_temp as $body$ begin return query select k.child, json_build_object('
    || substr(parts, 3) || ') from unnest($2) k (child); end $body$';
end $facts$;
grant execute on function kith.day(date), kith.ms(timestamptz), kith.facts_known(smallint, uuid[], timestamptz) to kith_caseload, kith_wide, kith_service, kith_rules;

-- THE GUARDED DOOR. Whoever wrote about a child, the ledger is refreshed from the child's whole record: but only of children
-- changed in this very transaction (or, for the service workers, of any). Locks in id order; volatile, so that every
-- statement after the lock sees what others committed before it.
create function kith.may_refresh(children uuid[]) returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
declare
  k uuid;
begin
  if current_setting('role') <> 'kith_service' and exists (
    select from unnest(children) u (child)
    where not exists (select from child_changed ch where ch.council = here() and ch.child = u.child and ch.tx = pg_current_xact_id()))
  then
    raise insufficient_privilege using message = 'not a child changed in this transaction';
  end if;
  for k in select u.child from unnest(children) u (child) order by 1 loop
    perform pg_advisory_xact_lock(hashtextextended(k::text, here()));
  end loop;
end $$;
create function kith.facts_to_refresh(children uuid[]) returns table (child uuid, facts json) language plpgsql volatile security definer set search_path = kith, pg_temp as $$
begin
  perform may_refresh(children);
  return query select f.child, f.facts from facts_known(here(), children, 'infinity') f;
end $$;
create function kith.replace_duties(children uuid[], duties json) returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
declare
  asked_in smallint := here();
begin
  perform may_refresh(children);
  delete from duty_reason where council = asked_in and child = any (children);
  delete from duty where council = asked_in and child = any (children);
  -- read once: the text of a council's duties is long
  with given as materialized (
    select d.* from json_to_recordset(duties) as d (child uuid, basis text, occurrence text, rule text, scope text, standing text, due int, done int, closes int,
      covered_until int, shown_late boolean, missing text, made_for int, trigger_day int, due_at bigint, done_by uuid, closing text, excuse text)
    where d.child = any (children)
  ), written as (
    insert into duty (council, child, basis, occurrence, rule, scope, standing, due, done, closes, covered_until, shown_late, missing, made_for)
    select asked_in, child, basis, occurrence, rule, scope, standing, date '1970-01-01' + due, date '1970-01-01' + done, date '1970-01-01' + closes, date '1970-01-01' + covered_until, shown_late, missing, date '1970-01-01' + made_for
    from given
  )
  insert into duty_reason (council, child, basis, occurrence, scope_bit, trigger_day, due_at, done_by, closing, excuse)
    select asked_in, child, basis, occurrence, s.bit, date '1970-01-01' + trigger_day, to_timestamp(due_at / 1000.0), done_by, closing, excuse
    from given join reference.scope s on s.name = given.scope;
end $$;
do $own$
declare
  f text;
begin
  foreach f in array array['may_refresh(uuid[])', 'facts_to_refresh(uuid[])', 'replace_duties(uuid[], json)'] loop
    execute format('alter function kith.%s owner to kith_rules', f);
    execute format('grant execute on function kith.%s to kith_caseload, kith_wide, kith_service', f);
  end loop;
end $own$;

-- What a source covers and when a school's terms are decide duties too: whoever writes these has changed the children they
-- speak of, and the ledger is refreshed for them as for any other change.
create function kith.note_named_children() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into child_changed (council, child) select distinct council, child from added on conflict do nothing;
  return null;
end $$;
create function kith.note_covered_children() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into child_changed (council, child)
    select s.council, s.child from added a join source_child s on s.council = a.council and s.source = a.source
    union
    select k.council, k.id from added a join source e on e.council = a.council and e.id = a.source and e.every_child join child k on k.council = a.council
  on conflict do nothing;
  return null;
end $$;
create function kith.note_children_of_school() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into child_changed (council, child)
    select distinct p.council, p.child from added a join school_place p on p.council = a.council and p.school = a.school
  on conflict do nothing;
  return null;
end $$;
alter function kith.note_named_children() owner to kith_rules;
alter function kith.note_covered_children() owner to kith_rules;
alter function kith.note_children_of_school() owner to kith_rules;
create trigger note_children after insert on kith.source_child referencing new table as added for each statement execute function kith.note_named_children();
create trigger note_children after insert on kith.source_coverage referencing new table as added for each statement execute function kith.note_covered_children();
create trigger note_children after insert on kith.school_term referencing new table as added for each statement execute function kith.note_children_of_school();
