-- Plans of a child: editions, in parts with versions; states as rows; and texts that clashed, kept until merged or withdrawn.

-- A plan is one line of the child's record for each kind; what it says stands in its editions.
create table kith.plan (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('care plan', 'placement plan', 'pathway plan', 'education plan', 'health plan', 'safety plan'))
);
call kith.make_record('kith.plan', 'plan');

-- An edition is written, approved, and then stands unchanged; the next is begun from it and carries on whatever is not rewritten.
create table kith.plan_edition (like door.record_shape including defaults including constraints,
  plan   uuid not null,
  number int not null check (number > 0),
  constraint an_edition_is_begun_once check (change = 'first'),
  constraint one_edition_of_a_number unique (council, plan, number),
  unique (council, child, plan, id)
);
call kith.make_record('kith.plan_edition', 'plan');
alter table kith.plan_edition add foreign key (council, child, plan) references kith.plan (council, child, id);

-- Where an edition stands: one line, one row for each step, so that two people cannot take the same step. An approval
-- names exactly the versions that were approved.
create table kith.plan_state (like door.record_shape including defaults including constraints,
  plan     uuid not null,
  edition  uuid not null,
  state    text not null check (state in ('drafted', 'sent for approval', 'taken back', 'sent back', 'approved', 'replaced')),
  versions uuid[],
  constraint a_state_changes check (change in ('first', 'change')),
  constraint an_edition_begins_as_a_draft check ((state = 'drafted') = (change = 'first')),
  constraint an_approval_names_its_versions check ((state = 'approved') = (versions is not null))
);
call kith.make_record('kith.plan_state', 'plan');
create unique index plan_state_one_line on kith.plan_state (council, child, edition) where supersedes is null;
create index on kith.plan_state (council, plan);
alter table kith.plan_state add foreign key (council, child, plan, edition) references kith.plan_edition (council, child, plan, id);

-- A text that came second: it is no version, and it is not lost.
create table kith.plan_unmerged (like door.record_shape including defaults including constraints,
  plan         uuid not null,
  edition      uuid not null,
  part         text not null check (part ~ '^[a-z]+(-[a-z]+)*(/[1-9][0-9]{0,2}/[a-z]+)?$'),
  read_version int not null check (read_version >= 0),                  -- 0: the part had no text when it was read
  because      text not null check (because in ('somebody was first', 'edition approved')),
  constraint kept_or_withdrawn check (change in ('first', 'retraction')),
  unique (council, child, plan, part, id)
);
call kith.make_record('kith.plan_unmerged', 'plan');
create index on kith.plan_unmerged (council, recorded_by);
create index on kith.plan_unmerged (council, plan, part, read_version);
alter table kith.plan_unmerged add foreign key (council, child, plan, edition) references kith.plan_edition (council, child, plan, id);

-- One part's text. Versions count through all editions, so an edition that leaves a part alone holds no row of it, and
-- words taken out of sight are out of sight in every edition.
create table kith.plan_part (like door.record_shape including defaults including constraints,
  plan     uuid not null,
  edition  uuid not null,
  part     text not null check (part ~ '^[a-z]+(-[a-z]+)*(/[1-9][0-9]{0,2}/[a-z]+)?$'),
  version  int not null check (version > 0),
  previous int generated always as (nullif(version - 1, 0)) stored,
  merges   uuid,                                                        -- the unmerged text that this version takes in
  constraint a_part_is_never_overwritten check (change in ('first', 'change')),
  constraint versions_count_from_one check ((supersedes is null) = (version = 1)),
  constraint one_version_of_a_number unique (council, plan, part, version),
  constraint merged_once unique (council, merges),
  unique (council, plan, part, version, id)
);
call kith.make_record('kith.plan_part', 'plan');
create index on kith.plan_part (council, edition);
alter table kith.plan_part add foreign key (council, child, plan, edition) references kith.plan_edition (council, child, plan, id);
alter table kith.plan_part add constraint plan_part_follows foreign key (council, plan, part, previous, supersedes) references kith.plan_part (council, plan, part, version, id);
alter table kith.plan_part add foreign key (council, child, plan, part, merges) references kith.plan_unmerged (council, child, plan, part, id);

-- The rules that hold whoever writes, and however. Each takes the child's lock first: an approval and a save cannot pass
-- each other. They run after the row is in, so that somebody who may not write is told only that.
create function kith.keep_plan() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  if new.change = 'retraction' and exists (select from plan_state s where s.council = new.council and s.plan = new.line and s.state = 'approved') then
    raise check_violation using message = 'an approved plan stays', constraint = 'an_approved_plan_stays';
  end if;
  if new.change = 'first' and exists (
      select from plan p where p.council = new.council and p.child = new.child and p.kind = new.kind and p.line <> new.line and p.change <> 'retraction'
        and not exists (select from plan n where n.council = p.council and n.supersedes = p.id)) then
    raise unique_violation using message = 'one plan of a kind', constraint = 'one_plan_of_a_kind';
  end if;
  return null;
end $$;

create function kith.keep_plan_edition() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  if new.number > 1 and not exists (
      select from plan_edition e join plan_state s on s.council = e.council and s.edition = e.id
      where e.council = new.council and e.plan = new.plan and e.number = new.number - 1 and s.state = 'approved'
        and not exists (select from plan_state n where n.council = s.council and n.supersedes = s.id)) then
    raise check_violation using message = 'an edition follows an approved one', constraint = 'an_edition_follows_an_approved_one';
  end if;
  return null;
end $$;

create function kith.keep_plan_part() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  if not exists (
      select from plan_state s where s.council = new.council and s.edition = new.edition and s.state not in ('approved', 'replaced')
        and not exists (select from plan_state n where n.council = s.council and n.supersedes = s.id)) then
    raise check_violation using message = 'an approved edition stays', constraint = 'an_approved_edition_stays';
  end if;
  return null;
end $$;

create function kith.keep_plan_unmerged() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.change = 'retraction'
     and not exists (select from plan_unmerged u where u.council = new.council and u.id = new.line and u.recorded_by = new.recorded_by)
     and not may(new.child, 'approve', 'plan') then
    raise insufficient_privilege using message = 'only its author withdraws a text, or who may approve the plan';
  end if;
  return null;
end $$;

create function kith.keep_plan_state() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  before plan_state;
  standing uuid[];
begin
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  if new.state = 'drafted' then return null; end if;
  select * into before from plan_state where council = new.council and id = new.supersedes;
  if before.edition <> new.edition or not (before.state, new.state) in (
      ('drafted', 'sent for approval'), ('taken back', 'sent for approval'), ('sent back', 'sent for approval'),
      ('sent for approval', 'taken back'), ('sent for approval', 'sent back'), ('sent for approval', 'approved'), ('approved', 'replaced')) then
    raise check_violation using message = 'not the next step of a plan', constraint = 'not_the_next_step';
  end if;
  if new.state in ('sent back', 'approved') and not may(new.child, 'approve', 'plan') then
    raise insufficient_privilege using message = 'may not approve this plan';
  end if;
  if new.state = 'replaced' and not exists (
      select from plan_edition mine join plan_edition later on later.council = mine.council and later.plan = mine.plan and later.number > mine.number
        join plan_state s on s.council = later.council and s.edition = later.id and s.state = 'approved'
      where mine.council = new.council and mine.id = new.edition) then
    raise check_violation using message = 'only a later edition replaces one', constraint = 'not_the_next_step';
  end if;
  if new.state = 'approved' then
    select coalesce(array_agg(p.id order by p.id), '{}') into standing from plan_part p
    where p.council = new.council and p.plan = new.plan
      and not exists (select from plan_part n where n.council = p.council and n.supersedes = p.id);
    if standing <> (select coalesce(array_agg(v order by v), '{}') from unnest(new.versions) v) or standing = '{}' then
      raise check_violation using message = 'not the versions that stand', constraint = 'an_approval_names_what_stands';
    end if;
    if before.recorded_by = new.recorded_by or exists (
        select from plan_part p where p.council = new.council and p.plan = new.plan and p.recorded_by = new.recorded_by
          and (p.edition = new.edition or p.id = any (standing))) then
      raise insufficient_privilege using message = 'nobody approves their own work';
    end if;
    insert into plan_state (council, id, line, supersedes, change, child, plan, edition, state, recorded_by)
    select s.council, new_id(), s.line, s.id, 'change', s.child, s.plan, s.edition, 'replaced', new.recorded_by
    from plan_state s where s.council = new.council and s.plan = new.plan and s.edition <> new.edition and s.state = 'approved'
      and not exists (select from plan_state n where n.council = s.council and n.supersedes = s.id);
  end if;
  return null;
end $$;

do $keep$
declare
  t text;
begin
  foreach t in array array['plan', 'plan_edition', 'plan_part', 'plan_unmerged', 'plan_state'] loop
    execute format('alter function kith.keep_%s() owner to kith_rules', t);
    execute format('create trigger keep after insert on kith.%I for each row execute function kith.keep_%s()', t, t);
  end loop;
end $keep$;
grant insert on kith.plan_state to kith_rules;
-- Who may approve need not be one who writes plans: their two steps have a door of their own.
create policy approver_writes on kith.plan_state for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and state in ('approved', 'sent back') and kith.may(child, 'approve', 'plan'));
