-- The people around a child, where each lives, what ties them, and which of them is a child of this council's record.

-- Who may know a line is what its standing version says, and that alone: an older version, without an audience of its own, is
-- no way round it; and once everybody may know again, the versions between are read too. (Were they hidden, an old version
-- and the new one would both look as if nothing had superseded them.) So no audience is asked of single versions.
-- Makes `kith.unheard_<table>(everywhere)`, worked out once for each query as for addresses (0013), and the policies that use it.
create procedure kith.wall_lines(t regclass) language plpgsql set search_path = kith, pg_temp as $$
declare
  name text := (select relname from pg_class where oid = t);
  unheard text := 'unheard_' || name;
begin
  execute format('create index on %s (council) where audience is not null or must_not_know is not null', t);
  execute format($f$create function kith.%I(everywhere boolean) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $body$
    with asker as materialized (select here() as council, me() as person),
    mine as materialized (
      select v.child, v.relation from asker join visible_child v on v.council = asker.council and v.person = asker.person
      where v.since <= now() and v.until > now()),
    guarded as materialized (
      select a.line, a.child, a.audience, a.must_not_know from asker join %s a on a.council = asker.council
      where (a.audience is not null or a.must_not_know is not null) and (everywhere or a.child in (select m.child from mine m))
        and (select true from %s n where n.council = a.council and n.supersedes = a.id) is null),
    heard as (
      select g.line from guarded g cross join lateral unnest(g.audience) r (relation) join mine m on m.child = g.child and m.relation = r.relation
      union all
      select g.line from asker join sees_council s on s.council = asker.council and s.person = asker.person and s.since <= now() and s.until > now()
        join guarded g on s.relation = any (g.audience) where g.child not in (select kept_from_me()))
    select g.line from guarded g, asker
    where asker.person = any (g.must_not_know) or (g.audience is not null and g.line not in (select h.line from heard h)) $body$ $f$, unheard, t, t);
  execute format('alter function kith.%I(boolean) owner to kith_rules', unheard);
  execute format('grant execute on function kith.%I(boolean) to kith_caseload, kith_wide', unheard);
  execute format('create policy caseload_heard on %s as restrictive for select to kith_caseload using (line not in (select kith.%I(false)))', t, unheard);
  execute format('create policy wide_heard on %s as restrictive for select to kith_wide using (line not in (select kith.%I(true)))', t, unheard);
end $$;
-- A row that names somebody is read by nobody who may not know of them. `refers` names the columns; empty ones name nobody.
create procedure kith.wall_named(t regclass, unheard text, refers text[]) language plpgsql set search_path = kith, pg_temp as $$
declare
  seen text := (select string_agg(format('(%I is null or %I not in (select kith.%I(EVERYWHERE)))', r, r, unheard), ' and ') from unnest(refers) r);
begin
  execute format('create policy %I on %s as restrictive for select to kith_caseload using (%s)', 'caseload_' || unheard, t, replace(seen, 'EVERYWHERE', 'false'));
  execute format('create policy %I on %s as restrictive for select to kith_wide using (%s)', 'wide_' || unheard, t, replace(seen, 'EVERYWHERE', 'true'));
end $$;

-- Somebody around the child. Words: the name in the first line, a note below it.
create table kith.family_person (like door.record_shape including defaults including constraints,
  relation text not null check (relation ~ '^[a-z-]+$'),         -- to the child
  gap boolean not null default false,                            -- somebody of whom we know only that they are not known
  recorded_sex text not null default 'not known' check (recorded_sex in ('female', 'male', 'other', 'not known')),
  born date,
  born_year int check (born_year between 1850 and 2200),         -- where only the year is known
  died text not null default 'living' check (died in ('living', 'died', 'not known')),
  died_on date,
  died_year int check (died_year between 1850 and 2200),
  responsibility text not null default 'not known' check (responsibility in ('yes', 'no', 'not known')),  -- parental responsibility
  ground text check (ground ~ '^[a-z0-9-]+$'),                   -- on what ground; null: not known
  responsible_since date,
  responsible_until date,
  audience text[] check (cardinality(audience) > 0),
  must_not_know uuid[],
  audience_decision uuid,
  constraint born_said_once check (born is null or born_year is null),
  constraint died_said_once check (died_on is null or died_year is null),
  constraint died_when_died check (died = 'died' or (died_on is null and died_year is null)),
  constraint responsibility_has_its_ground check (responsibility = 'yes' or (ground is null and responsible_since is null and responsible_until is null)),
  constraint responsibility_ends_after_it_began check (responsible_until is null or responsible_since is null or responsible_until > responsible_since),
  constraint audience_is_decided check ((audience is null and must_not_know is null) or audience_decision is not null)
);
call kith.make_record('kith.family_person', 'family');
call kith.wall_lines('kith.family_person');
alter table kith.family_person add foreign key (council, child, audience_decision) references kith.audience_decision (council, child, id) deferrable initially deferred;

-- Where somebody lives (in words) and with whom; apart from the person, since who may know the one often may not know the other.
create table kith.family_home (like door.record_shape including defaults including constraints,
  person uuid not null,                                          -- the line
  household uuid,                                                -- the home line of somebody in the same household; null: said of them alone
  with_child boolean not null default false,                     -- the child lives there too
  since date,
  until date,
  audience text[] check (cardinality(audience) > 0),
  must_not_know uuid[],
  audience_decision uuid,
  check (until is null or since is null or until > since),
  constraint audience_is_decided check ((audience is null and must_not_know is null) or audience_decision is not null)
);
call kith.make_record('kith.family_home', 'family');
call kith.wall_lines('kith.family_home');
call kith.wall_named('kith.family_home', 'unheard_family_person', '{person}');
alter table kith.family_home add foreign key (council, child, person) references kith.family_person (council, child, id);
alter table kith.family_home add foreign key (council, child, household) references kith.family_home (council, child, id) deferrable initially deferred;
alter table kith.family_home add foreign key (council, child, audience_decision) references kith.audience_decision (council, child, id) deferrable initially deferred;

-- What ties two people around the child. An empty side is the child. The first is the parent, where the tie has a direction.
create table kith.family_tie (like door.record_shape including defaults including constraints,
  one uuid,
  other uuid,
  kind text not null check (kind ~ '^[a-z-]+$'),
  state text not null default 'goes on' check (state in ('goes on', 'parted', 'not known')),
  since date,
  until date,
  constraint two_people check (one is distinct from other),
  check (until is null or since is null or until > since),
  check (until is null or state = 'parted')
);
call kith.make_record('kith.family_tie', 'family');
call kith.wall_named('kith.family_tie', 'unheard_family_person', '{one,other}');
alter table kith.family_tie add foreign key (council, child, one) references kith.family_person (council, child, id);
alter table kith.family_tie add foreign key (council, child, other) references kith.family_person (council, child, id);

-- That somebody around the child is a child of this council's record themselves. Read, and written, only by who may see that
-- other record: for everybody else there is no link, whether that child is hidden or nobody ever made one.
create table kith.family_link (like door.record_shape including defaults including constraints,
  person uuid not null,
  other_child uuid not null
);
call kith.make_record('kith.family_link', 'family');
call kith.wall_named('kith.family_link', 'unheard_family_person', '{person}');
alter table kith.family_link add foreign key (council, child, person) references kith.family_person (council, child, id);
alter table kith.family_link add foreign key (council, other_child) references kith.child;
create index on kith.family_link (council, other_child);
do $link$
declare
  mine text := format('other_child in (select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me()) and v.since <= now() and v.until > now() and (v.sees & %s) <> 0)', reference.scope_bits('{header}'));
  wide text := format('(%s or ((select kith.council_scopes(''see'')) & %s) <> 0 and other_child <> all (array(select kith.kept_from_me())))', mine, reference.scope_bits('{header}'));
begin
  execute format('create policy caseload_other on kith.family_link as restrictive for select to kith_caseload using (%s)', mine);
  execute format('create policy wide_other on kith.family_link as restrictive for select to kith_wide using (%s)', wide);
  execute format('create policy caseload_other_writes on kith.family_link as restrictive for insert to kith_caseload with check (%s)', mine);
  execute format('create policy wide_other_writes on kith.family_link as restrictive for insert to kith_wide with check (%s)', wide);
end $link$;
-- The log of this child's record says that something was written about the person, not that a link was: the log is read by
-- people who may not know of the other record.
create function kith.note_link() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into child_changed (council, child) select distinct council, child from added on conflict do nothing;
  insert into access_entry (council, person, child, what, subject)
  select a.council, a.recorded_by, a.child, 'recorded family_person', jsonb_build_object('rows', jsonb_agg(distinct a.person))
  from added a group by a.council, a.recorded_by, a.child;
  return null;
end $$;
alter function kith.note_link() owner to kith_rules;
drop trigger note_change on kith.family_link;
create trigger note_change after insert on kith.family_link referencing new table as added for each statement execute function kith.note_link();
