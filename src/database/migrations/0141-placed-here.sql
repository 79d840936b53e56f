-- Children whom another council placed here: as that council told us, and who here was told. They are nobody of our record: no
-- kith.child, so in no figure, no return and no clock of ours. Seen by those relations of the access matrix that see where children
-- live and work across children; written by those of them that write it. Words: the council, the child, the home, their worker, whom to ring by day and night.
-- Whether the asker stands in one of these relations now, to any child or to the whole council: as the lock of a route asks it.
create function kith.stands_as(relations text[]) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from visible_child where council = here() and person = me() and relation = any (relations) and since <= now() and until > now())
    or exists (select from sees_council where council = here() and person = me() and relation = any (relations) and since <= now() and until > now()) $$;
revoke all on function kith.stands_as(text[]) from public;
alter function kith.stands_as(text[]) owner to kith_rules;
grant execute on function kith.stands_as(text[]) to kith_caseload, kith_wide;

create table kith.placed_here (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  line        uuid not null,
  supersedes  uuid,
  change      text not null check (change in ('first', 'correction', 'change', 'retraction')),
  noticed     date not null,                                     -- the day on which the notice came
  began       date not null,                                     -- since when they live here, as told
  left_on     date,
  legal       text not null check (legal in ('care order', 'interim care order', 'agreement', 'another order', 'not told')),
  health_told         date,
  virtual_school_told date,
  out_of_hours_told   date,
  said        bytea not null,
  retention_class text not null default 'placed-here',
  retention_start date,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  unique (council, line, id),
  foreign key (council, recorded_by) references kith.person,
  foreign key (council, line, supersedes) references kith.placed_here (council, line, id),
  constraint placed_here_corrected_once unique (council, supersedes),
  constraint a_first_begins_its_line check ((change = 'first') = (supersedes is null) and (change <> 'first' or line = id)),
  constraint left_after_they_came check (left_on >= began)
);
alter table kith.placed_here enable row level security;
alter table kith.placed_here force row level security;
comment on table kith.placed_here is 'of children of other councils, by those who work with homes across children';
grant select on kith.placed_here to kith_caseload, kith_wide, kith_service, kith_rules;
grant insert (council, id, line, supersedes, change, noticed, began, left_on, legal, health_told, virtual_school_told, out_of_hours_told, said, recorded_by)
  on kith.placed_here to kith_caseload, kith_wide;
create policy sees on kith.placed_here for select to kith_caseload, kith_wide using (council = (select kith.here())
  and (select kith.stands_as(array['placement-team', 'out-of-hours', 'duty', 'manager-line', 'director', 'health-team', 'records-officer'])));
create policy writes on kith.placed_here for insert to kith_caseload, kith_wide with check (council = (select kith.here()) and recorded_by = (select kith.me())
  and (select kith.stands_as(array['placement-team', 'out-of-hours'])));
create policy service on kith.placed_here for select to kith_service using (council = (select kith.here()));
create policy rules on kith.placed_here to kith_rules using (true) with check (true);
create trigger note_change after insert on kith.placed_here referencing new table as added for each statement execute function kith.note_council_change();
create view kith.placed_here_current with (security_invoker = true) as
  select r.* from kith.placed_here r where r.change <> 'retraction'
    and not exists (select from kith.placed_here n where n.council = r.council and n.supersedes = r.id);
grant select on kith.placed_here_current to kith_caseload, kith_wide, kith_service, kith_rules;
