-- Who prepared, signed, made and sent a return, and who took that back: inserted only.

create table kith.return_step (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  year        int not null,
  kind        text not null check (kind in ('prepared', 'signed', 'made', 'sent', 'taken back')),
  section     text not null check (section ~ '^(whole|[A-Za-z0-9]+)$'),   -- the whole return, or one table of it
  undoes      uuid,
  flags       int not null check (flags >= 0),                   -- that stood in it at that moment
  said        bytea,                                             -- we know, because; or why it is taken back
  file        text check (file ~ '^[0-9a-f]{64}$'),              -- SHA-256 of the files that were made
  day         date,                                              -- on which they were made
  known_at    timestamptz,                                       -- what the record knew then is in them: they can be made again
  children    int,
  retention_class text not null default 'statutory-return',
  retention_start date,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  foreign key (council, recorded_by) references kith.person,
  foreign key (council, undoes) references kith.return_step,
  constraint taken_back_once unique (council, undoes),
  constraint taken_back_says_what check ((kind = 'taken back') = (undoes is not null)),
  constraint taken_back_says_why check (kind <> 'taken back' or said is not null),
  constraint signed_with_a_reason check (kind <> 'signed' or flags = 0 or said is not null),
  constraint made_says_of_what check ((kind = 'made') = (file is not null and day is not null and known_at is not null and children is not null))
);
create index on kith.return_step (council, year);
alter table kith.return_step enable row level security;
alter table kith.return_step force row level security;
comment on table kith.return_step is 'of the return, by analysts and directors';
grant select on kith.return_step to kith_caseload, kith_wide, kith_service, kith_rules;
grant insert (council, id, year, kind, section, undoes, flags, said, file, day, known_at, children, recorded_by) on kith.return_step to kith_caseload, kith_wide;
create policy sees on kith.return_step for select to kith_caseload, kith_wide
  using (council = (select kith.here()) and (select kith.i_am('analyst') or kith.i_am('director')));
create policy writes on kith.return_step for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and (select kith.i_am('analyst') or kith.i_am('director')));
create policy service on kith.return_step for select to kith_service using (council = (select kith.here()));
create policy rules on kith.return_step to kith_rules using (true) with check (true);
create trigger note_change after insert on kith.return_step referencing new table as added for each statement execute function kith.note_council_change();

-- What has not been taken back.
create view kith.return_step_standing with (security_invoker = true) as
  select s.* from kith.return_step s
  where s.kind <> 'taken back' and not exists (select from kith.return_step u where u.council = s.council and u.undoes = s.id);
grant select on kith.return_step_standing to kith_caseload, kith_wide, kith_service;

-- Two people: what one has prepared another signs. Held here, whoever writes, one after the other for each return.
create function kith.two_people_sign() returns trigger language plpgsql set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('return_step ' || new.year, new.council));
  if new.kind = 'signed' and not exists (
    select from return_step_standing p
    where p.council = new.council and p.year = new.year and p.kind = 'prepared' and p.section in (new.section, 'whole') and p.recorded_by <> new.recorded_by)
  then
    raise check_violation using constraint = 'signed_by_another_person', message = 'who signs is not who prepared';
  end if;
  if new.undoes is not null and not exists (
    select from return_step_standing p where p.council = new.council and p.year = new.year and p.id = new.undoes and p.kind <> 'made')
  then
    raise check_violation using constraint = 'takes_back_what_stands', message = 'nothing that could be taken back';
  end if;
  return new;
end $$;
create trigger two_people before insert on kith.return_step for each row execute function kith.two_people_sign();
