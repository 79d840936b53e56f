-- Organisations whose people sign in at a provider of their own, each with an agreement from a day until a day, for purposes (decision
-- 0245). Whoever works there stands in what the purposes give, on the days of the agreement, and in nothing else: refused where a relation is
-- given, cut where relations become sight, and asked once at the door of each transaction. No policy of any table asks it.

-- What an agreement may be for, and which relations of the published matrix that is. For advocacy the matrix has none yet.
create table reference.purpose (
  name      text primary key,
  relations text[] not null
);
insert into reference.purpose (name, relations) values
  ('health', '{health-team}'),
  ('return interviews', '{out-of-hours}'),                     -- of children who are named: the narrowest that writes what is said after missing
  ('advocacy', '{}'),
  ('carers of an agency', '{supervising-worker}'),
  ('inspection', '{inspector}'),
  ('counts for members', '{member}'),
  ('legal advice', '{legal}');
grant select on reference.purpose to kith_caseload, kith_wide, kith_service, kith_rules;

-- An organisation, and what was agreed with it: each change a version. Words: why.
create table kith.organisation (like door.home_shape including defaults including constraints,
  provider  text not null check (provider ~ '^[a-z0-9-]{2,40}$'),        -- its key in the settings of the server
  issuer    text not null check (issuer ~ '^https?://'),
  name      text not null check (length(name) between 1 and 120),
  kind      text not null check (kind in ('health service', 'charity or company', 'agency', 'inspectorate', 'lawyers', 'members of the council', 'other')),
  agreement text not null check (length(agreement) between 1 and 200),   -- what the paper is called
  since     date not null,
  until     date not null,                                               -- half-open; since itself: it ended before it began
  purposes  text[] not null,
  answers   uuid not null,                                               -- who in the council answers for it
  foreign key (council, answers) references kith.worker,
  constraint an_agreement_ends_after_it_begins check (until >= since),
  constraint an_agreement_has_an_end check (until < 'infinity'),
  constraint it_is_not_taken_back_but_ended check (change <> 'retraction'),
  constraint purposes_that_are_known check (cardinality(purposes) > 0
    and purposes <@ array['health', 'return interviews', 'advocacy', 'carers of an agency', 'inspection', 'counts for members', 'legal advice'])
);
call kith.wall_open('kith.organisation', 'administrator');
call kith.make_lines_of_council('kith.organisation');
create unique index one_organisation_of_a_provider on kith.organisation (council, provider) where supersedes is null;
create unique index one_organisation_of_an_issuer on kith.organisation (council, issuer) where supersedes is null;
alter table kith.organisation add constraint organisation_by_its_provider unique (council, id, provider, issuer);
alter table kith.organisation add constraint a_provider_stays foreign key (council, line, provider, issuer) references kith.organisation (council, id, provider, issuer);

-- Who works there. Once somebody is of an organisation they are never of the council: who changes over is somebody new here. Words: why.
create table kith.organisation_worker (like door.home_shape including defaults including constraints,
  person       uuid not null,
  organisation uuid not null,
  works_there  boolean not null,                                         -- false: not any more
  foreign key (council, person) references kith.worker,
  foreign key (council, organisation) references kith.organisation,
  constraint it_is_not_taken_back_but_ended check (change <> 'retraction')
);
call kith.wall_open('kith.organisation_worker', 'administrator');
call kith.make_lines_of_council('kith.organisation_worker');
create index on kith.organisation_worker (council, person);
create index on kith.organisation_worker (council, organisation);
create unique index of_one_organisation_for_good on kith.organisation_worker (council, person) where supersedes is null;
alter table kith.organisation_worker add constraint organisation_worker_stays unique (council, id, person, organisation);
alter table kith.organisation_worker add constraint they_stay_of_one_organisation
  foreign key (council, line, person, organisation) references kith.organisation_worker (council, id, person, organisation);

-- Written out where every transaction asks it: a function of SQL with a question in it is planned anew each time. What is asked for each
-- relation when sight is worked out is plpgsql for the same reason: its plan is kept.
create function kith.is_outside(c smallint, p uuid) returns boolean language sql stable as $$
  select exists (select from kith.organisation_worker w where w.council = c and w.person = p) $$;
-- Under which agreement somebody is here, and between which moments; of the council's own people, and who works there no more, nothing.
create function kith.agreement_of(c smallint, p uuid)
returns table (name text, provider text, issuer text, purposes text[], ends date, since timestamptz, until timestamptz) language sql stable as $$
  select o.name, o.provider, o.issuer, o.purposes, o.until, s.since, s.until
  from kith.organisation_worker w join kith.organisation o on o.council = c and o.line = w.organisation
    join door.council d on d.council = c cross join lateral kith.sight_span(d.stands_on, daterange(o.since, o.until)) s
  where w.council = c and w.person = p and w.works_there and o.until > o.since and s.until > s.since
    and not exists (select from kith.organisation_worker n where n.council = c and n.supersedes = w.id)
    and not exists (select from kith.organisation n where n.council = c and n.supersedes = o.id) $$;
-- Between which moments somebody may stand in a relation: at any time, or as it was agreed with their organisation, or never.
create function kith.as_agreed(c smallint, p uuid, to_stand_as text) returns table (since timestamptz, until timestamptz) language plpgsql stable rows 1 as $$
begin
  if not exists (select from kith.organisation_worker w where w.council = c and w.person = p) then
    since := '-infinity';
    until := 'infinity';
    return next;
    return;
  end if;
  return query select a.since, a.until from kith.agreement_of(c, p) a
    where exists (select from reference.purpose q where q.name = any (a.purposes) and to_stand_as = any (q.relations));
end $$;
-- Asked of whoever is of an organisation, and of nobody else.
create function kith.agreement_runs(c smallint, p uuid) returns boolean language plpgsql stable as $$
begin
  return exists (select from kith.agreement_of(c, p) a where a.since <= now() and a.until > now());
end $$;
do $own$
declare
  f text;
begin
  foreach f in array array['is_outside(smallint, uuid)', 'agreement_of(smallint, uuid)', 'as_agreed(smallint, uuid, text)', 'agreement_runs(smallint, uuid)'] loop
    execute format('revoke all on function kith.%s from public', f);
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
end $own$;

-- REFUSED WHERE IT IS GIVEN. A backup holds what was agreed once: it is put back as it was, and cut below.
create function kith.given_as_agreed() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if current_setting('role') <> 'kith_restore' and exists (
    select from added a where not a.retracted and is_outside(a.council, a.person)
      and not ((a.child is null) = (a.relation = 'member') and exists (select from as_agreed(a.council, a.person, a.relation) g where g.until > now()))
      and not exists (select from standing_relation b where b.council = a.council and b.id = a.supersedes and b.person = a.person
        and b.relation = a.relation and b.child is not distinct from a.child and b.until >= a.until)) then  -- what stands may always end sooner
    raise check_violation using message = 'their organisation has no agreement for that', constraint = 'only_what_was_agreed';
  end if;
  return null;
end $$;
create trigger agreed after insert on kith.standing_relation referencing new table as added for each statement execute function kith.given_as_agreed();
-- What is given to the council's own people alone; the argument names the column of whom.
create function kith.given_to_our_own() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  refused boolean;
begin
  execute format('select exists (select from added a join kith.organisation_worker w on w.council = a.council and w.person = a.%I)', tg_argv[0]) into refused;
  if refused then raise check_violation using message = 'they work for another organisation', constraint = 'only_what_was_agreed'; end if;
  return null;
end $$;
create trigger agreed after insert on kith.allocation referencing new table as added for each statement execute function kith.given_to_our_own('worker');
create trigger agreed after insert on kith.team_membership referencing new table as added for each statement execute function kith.given_to_our_own('person');
-- Nobody who has something here already is made somebody of an organisation: it would be taken from them.
create function kith.new_here() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if current_setting('role') <> 'kith_restore' and exists (select from added a where a.supersedes is null and (
       exists (select from team_membership m where m.council = a.council and m.person = a.person)
    or exists (select from allocation m where m.council = a.council and m.worker = a.person)
    or exists (select from standing_relation m where m.council = a.council and m.person = a.person)
    or exists (select from door.subject s where s.council = a.council and s.person = a.person)
    or exists (select from door.service_worker s where s.council = a.council and s.person = a.person))) then
    raise check_violation using message = 'they have a part in the council already', constraint = 'only_who_is_new_here';
  end if;
  return null;
end $$;
create trigger new_here after insert on kith.organisation_worker referencing new table as added for each statement execute function kith.new_here();

-- CUT WHERE RELATIONS BECOME SIGHT, whatever gave them; and worked out anew when what was agreed changes.
do $cut$
begin
  call kith.put_into('kith.relations_to(smallint, uuid)', 'select person, relation, min(since), max(until) from every where until > since group by person, relation, since',
    $q$select e.person, e.relation, greatest(e.since, a.since), max(least(e.until, a.until)) from every e cross join lateral as_agreed(c, e.person, e.relation) a
  where least(e.until, a.until) > greatest(e.since, a.since) group by e.person, e.relation, greatest(e.since, a.since)$q$);
  call kith.put_into('kith.refresh_sight(smallint, uuid)', $q$and exists (select from seal_of(c, k) s where o.person = any (s.named))$q$,
    $q$and exists (select from seal_of(c, k) s where o.person = any (s.named)) and exists (select from as_agreed(c, o.person, r.name))$q$);
  call kith.put_into('kith.refresh_council_sight(smallint, uuid)', 'select c, p, s.relation, s.since, max(s.until),', 'select c, p, s.relation, greatest(s.since, a.since), max(least(s.until, a.until)),');
  call kith.put_into('kith.refresh_council_sight(smallint, uuid)', 'from standing_relation s join reference.relation r on r.name = s.relation',
    'from standing_relation s join reference.relation r on r.name = s.relation cross join lateral as_agreed(c, p, s.relation) a');
  call kith.put_into('kith.refresh_council_sight(smallint, uuid)', 'group by s.relation, s.since, r.sees', 'and least(s.until, a.until) > greatest(s.since, a.since)
    group by s.relation, greatest(s.since, a.since), r.sees');
  -- Whoever is of the council finds a name and is told whom to ask, and opens a record in an emergency. They do not.
  call kith.put_into('kith.look(uuid)', 'elsif exists (select from worker where council = here() and id = me()) then', 'elsif exists (select from worker where council = here() and id = me()) and not is_outside(here(), me()) then');
  call kith.put_into('kith.break_glass(uuid, uuid, bytea, bytea, int)', 'if not exists (select from worker where council = here() and id = me()) then',
    'if not exists (select from worker where council = here() and id = me()) or is_outside(here(), me()) then');
end $cut$;
-- What a part gives beyond the children whom one works with, as the list of homes and of children placed here, it does not give to them.
create or replace function kith.stands_as(relations text[]) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select not exists (select from organisation_worker where council = here() and person = me()) and (
       exists (select from visible_child where council = here() and person = me() and relation = any (relations) and since <= now() and until > now())
    or exists (select from sees_council where council = here() and person = me() and relation = any (relations) and since <= now() and until > now())) $$;

create function kith.sight_as_agreed(c smallint, people uuid[]) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  one uuid;
begin
  for one in select distinct s.child from standing_relation s where s.council = c and s.person = any (people) and s.child is not null order by 1 loop
    perform refresh_sight(c, one);
  end loop;
  for one in select distinct p from unnest(people) p order by 1 loop
    perform refresh_council_sight(c, one);
  end loop;
end $$;
create function kith.organisation_changed() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in select w.council, array_agg(w.person) as people from added a
    join organisation_worker w on w.council = a.council and w.organisation = a.line group by w.council loop
    perform sight_as_agreed(r.council, r.people);
  end loop;
  return null;
end $$;
create function kith.organisation_worker_changed() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r record;
begin
  for r in select a.council, array_agg(a.person) as people from added a group by a.council loop
    perform sight_as_agreed(r.council, r.people);
  end loop;
  return null;
end $$;
create trigger sight after insert on kith.organisation referencing new table as added for each statement execute function kith.organisation_changed();
create trigger sight after insert on kith.organisation_worker referencing new table as added for each statement execute function kith.organisation_worker_changed();
do $own$
declare
  f text;
begin
  foreach f in array array['given_as_agreed()', 'given_to_our_own()', 'new_here()', 'sight_as_agreed(smallint, uuid[])', 'organisation_changed()', 'organisation_worker_changed()'] loop
    execute format('revoke all on function kith.%s from public', f);
    execute format('alter function kith.%s owner to kith_rules', f);
  end loop;
end $own$;

-- ASKED AT THE DOOR, once in each transaction, and of each request whose session it is: before the agreement begins, after it has ended, and
-- for whoever works there no more, nothing can be asked in their name.
do $door$
begin
  call kith.put_into('door.enter(smallint, uuid)', $q$when not exists (select from person p where p.council = here() and p.id = me()) then null$q$,
    $q$when not exists (select from person p where p.council = here() and p.id = me()) then null
    when exists (select from organisation_worker w where w.council = here() and w.person = me()) and not agreement_runs(here(), me()) then null$q$);
  call kith.put_into('door.begin_session(bytea, smallint, uuid, interval, interval, text)', 'or exists (select from service_worker s where s.council = in_council and s.person = as_person) then',
    'or exists (select from service_worker s where s.council = in_council and s.person = as_person)
     or kith.is_outside(in_council, as_person) and not kith.agreement_runs(in_council, as_person) then');
end $door$;
drop function door.session_of(bytea, smallint);
create function door.session_of(hashed bytea, in_council smallint)
returns table (person uuid, name text, parts text[], handle uuid, idle_left int, longest_left int, density text, shortcuts boolean, elsewhere json, organisation json)
language plpgsql security definer set search_path = door, pg_temp as $$
declare
  this session;
  theirs json;
  outside boolean;
begin
  select * into this from session s where s.id = hashed and s.council = in_council;
  if this.id is null then return; end if;
  outside := exists (select from kith.organisation_worker w where w.council = in_council and w.person = this.person);
  if this.ends <= now() or this.seen + this.idle <= now() or outside and not kith.agreement_runs(in_council, this.person) then
    delete from session s where s.id = hashed;
    return;
  end if;
  if outside then
    select json_build_object('name', a.name, 'provider', a.provider, 'purposes', a.purposes, 'lastDay', (a.ends - 1)::text) into theirs
      from kith.agreement_of(in_council, this.person) a;
  end if;
  -- not at every picture and stylesheet of one page
  if this.seen < now() - interval '5 seconds' then
    update session s set seen = now() where s.id = hashed;
    this.seen := now();
  end if;
  return query
    select this.person, coalesce(w.name, w.code), parts_of(in_council, this.person), this.handle,
           floor(extract(epoch from least(this.seen + this.idle, this.ends) - now()))::int,
           floor(extract(epoch from this.ends - now()))::int,
           coalesce(p.density, 'compact'), coalesce(p.shortcuts, false), kith.elsewhere_of(in_council), theirs
    from kith.worker w left join preference p on p.council = in_council and p.person = this.person
    where w.council = in_council and w.id = this.person;
end $$;
alter function door.session_of(bytea, smallint) owner to kith_rules;
grant execute on function door.session_of(bytea, smallint) to kith_app;

-- SIGNING IN. A sign-in under way is of the provider at which it was begun, and an account of that of its organisation.
alter table door.signing_in add through text check (through ~ '^[a-z0-9-]{2,40}$');   -- null: the council's own
create or replace function door.begin_signing_in(hashed bytea, in_council smallint, checks jsonb, then_to text) returns void language plpgsql security definer set search_path = door, pg_temp as $$
begin
  delete from signing_in where began < now() - interval '10 minutes';
  insert into signing_in (id, council, state, nonce, verifier, back_to, through)
    values (hashed, in_council, checks ->> 'state', checks ->> 'nonce', checks ->> 'verifier', then_to, checks ->> 'through');
end $$;
drop function door.take_signing_in(bytea, smallint);
create function door.take_signing_in(hashed bytea, in_council smallint) returns table (state text, nonce text, verifier text, back_to text, through text)
language sql volatile security definer set search_path = door, pg_temp as $$
  delete from signing_in s where s.id = hashed and s.council = in_council and s.began >= now() - interval '10 minutes'
  returning s.state, s.nonce, s.verifier, s.back_to, s.through $$;
-- Told to everybody who comes to sign in: at which providers, by whose name.
create function door.organisations_here(in_council smallint) returns table (provider text, issuer text, name text) language sql stable security definer set search_path = door, pg_temp as $$
  select o.provider, o.issuer, o.name from kith.organisation o join council d on d.council = in_council
    cross join lateral kith.sight_span(d.stands_on, daterange(o.since, o.until)) s
  where o.council = in_council and o.until > o.since and s.since <= now() and s.until > now()
    and not exists (select from kith.organisation n where n.council = in_council and n.supersedes = o.id)
  order by lower(o.name), o.provider $$;

-- An account of an organisation's provider is somebody's of that organisation, and one of any other nobody's of an organisation.
create function door.may_have_account(in_council smallint, of_issuer text, of_person uuid) returns boolean language sql stable set search_path = door, pg_temp as $$
  select case when kith.is_outside(in_council, of_person)
    then exists (select from kith.agreement_of(in_council, of_person) a where a.issuer = of_issuer)
    else not exists (select from kith.organisation o where o.council = in_council and o.issuer = of_issuer) end $$;
do $account$
begin
  call kith.put_into('door.link_subject(text, text, uuid)', $q$then return 'worker linked already'; end if;$q$,
    $q$then return 'worker linked already'; end if;
  if not may_have_account(kith.here(), of_issuer, to_person) then return 'not of that provider'; end if;$q$);
  call kith.put_into('door.take_claimed_parts(smallint, text, uuid, jsonb, interval)', 'where p.council = in_council and p.issuer = of_issuer',
    'where p.council = in_council and p.issuer = of_issuer and exists (select from kith.as_agreed(in_council, of_person, p.relation))
          and (p.relation = $r$member$r$ or not kith.is_outside(in_council, of_person))');
end $account$;
-- As in 0031; `through`: the key of the provider, null: the council's own.
drop function door.person_of_subject(smallint, text, text, jsonb);
create function door.person_of_subject(in_council smallint, of_issuer text, of_subject text, claims jsonb, through text) returns uuid language plpgsql security definer set search_path = door, pg_temp as $$
declare
  known uuid;
  claimed text;
  given text;
begin
  select s.person into known from subject s where s.council = in_council and s.issuer = of_issuer and s.subject = of_subject;
  if known is null then
    select m.claim into claimed from matching_claim m where m.council = in_council and m.issuer = of_issuer;
    if claimed is null or claimed = 'email' and claims -> 'email_verified' is distinct from 'true'::jsonb then return null; end if;
    if jsonb_typeof(claims -> claimed) is distinct from 'string' then return null; end if;
    given := claims ->> claimed;
    select w.id into known from kith.worker w
      where w.council = in_council and w.code = given and may_have_account(in_council, of_issuer, w.id)
        and not exists (select from service_worker s where s.council = in_council and s.person = w.id)
        and not exists (select from subject s where s.council = in_council and s.issuer = of_issuer and s.person = w.id);
    if known is null then return null; end if;
    insert into subject (council, issuer, subject, person, how) values (in_council, of_issuer, of_subject, known, 'matched');
    insert into kith.access_entry (council, person, what) values (in_council, known, 'was matched to an account');
  end if;
  if through is null then
    if kith.is_outside(in_council, known) then return null; end if;
  elsif not exists (select from kith.agreement_of(in_council, known) a
      where a.provider = through and a.issuer = of_issuer and a.since <= now() and a.until > now()) then
    return null;
  end if;
  return known;
end $$;
-- Of everybody who works for an organisation, at whichever provider.
create function door.linked_outside() returns table (person uuid, linked timestamptz) language plpgsql stable security definer set search_path = door, pg_temp as $$
begin
  perform keeps_accounts();
  return query select s.person, s.linked from subject s
    where s.council = kith.here() and kith.is_outside(kith.here(), s.person);
end $$;
do $own$
declare
  f text;
begin
  alter function door.may_have_account(smallint, text, uuid) owner to kith_rules;
  revoke all on function door.may_have_account(smallint, text, uuid) from public;
  alter function door.linked_outside() owner to kith_rules;
  grant execute on function door.linked_outside() to kith_caseload, kith_wide, kith_service;
  foreach f in array array['take_signing_in(bytea, smallint)', 'organisations_here(smallint)', 'person_of_subject(smallint, text, text, jsonb, text)'] loop
    execute format('alter function door.%s owner to kith_rules', f);
    execute format('grant execute on function door.%s to kith_app', f);
  end loop;
end $own$;
