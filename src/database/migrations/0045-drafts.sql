-- Drafts: what somebody is still writing, saved as they type and also where it is half-typed or wrong. Not a record: a draft
-- is overwritten by its own author's next save, and by nothing else. Its words are encrypted like all others.

create table kith.draft (
  council    smallint not null references door.council,
  id         uuid not null,
  author     uuid not null,
  form       text not null check (form ~ '^[a-z-]+$'),
  child      uuid,                                               -- null: it will go onto no child's record
  about      uuid,                                               -- the version that it corrects, or the line that it hangs on
  said       bytea,                                              -- every field as typed
  revision   int not null default 1 check (revision > 0),        -- how often it was saved
  sibling_of uuid,                                               -- saved from another window meanwhile: both are kept
  started    timestamptz not null default now(),
  saved      timestamptz not null default now(),
  ended      text check (ended in ('submitted', 'withdrawn')),
  ended_at   timestamptz,
  result     uuid,                                               -- the row of the record that it became
  primary key (council, id),
  foreign key (council, author) references kith.person,
  foreign key (council, child) references kith.child,
  foreign key (council, sibling_of) references kith.draft,
  check ((ended is null) = (ended_at is null)),
  check (result is null or ended = 'submitted')
);
create index on kith.draft (council, author, saved) where ended is null;
create index on kith.draft (council, result) where result is not null;
alter table kith.draft enable row level security;
alter table kith.draft force row level security;
comment on table kith.draft is 'the author''s own, while they may see the child';
grant select on kith.draft to kith_caseload, kith_wide, kith_service, kith_rules, kith_custodian;
grant insert, update on kith.draft to kith_rules;
grant update on kith.draft to kith_custodian;
-- Whoever no longer sees the child no longer sees what they wrote about them; it is kept.
create policy mine on kith.draft for select to kith_caseload, kith_wide
  using (council = (select kith.here()) and author = (select kith.me()) and (child is null or (select kith.may(child, 'see', 'header'))));
create policy service on kith.draft for select to kith_service using (council = (select kith.here()));
create policy rules on kith.draft to kith_rules using (true) with check (true);
create policy custodian on kith.draft to kith_custodian using (true) with check (true);

-- Takes the turn of one draft until the transaction ends, and says how it stands; nothing where nobody has saved it yet.
create function kith.hold_draft(which uuid) returns setof kith.draft language plpgsql volatile security definer set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(which::text, here()));
  if exists (select from draft d where d.council = here() and d.id = which and (d.author <> me() or d.child is not null and not may(d.child, 'see', 'header'))) then
    raise insufficient_privilege using message = 'not a draft of the asker';
  end if;
  return query select d.* from draft d where d.council = here() and d.id = which;
end $$;

-- Writes one save. `wrapped_key` comes with the first one only; `saves` is which save it is.
create function kith.write_draft(which uuid, of_form text, of_child uuid, is_about uuid, beside uuid, saves int, words bytea, wrapped_key bytea)
returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
begin
  if of_child is not null and not may(of_child, 'see', 'header') then raise insufficient_privilege using message = 'not a child of the asker'; end if;
  if saves = 1 then
    insert into word_key (council, record, child, wrapped) values (here(), which, of_child, wrapped_key);
    insert into draft (council, id, author, form, child, about, said, sibling_of) values (here(), which, me(), of_form, of_child, is_about, words, beside);
  else
    update draft set said = words, revision = saves, saved = now()
      where council = here() and id = which and author = me() and ended is null and revision = saves - 1 and child is not distinct from of_child;
    if not found then raise insufficient_privilege using message = 'not the draft that was read'; end if;
  end if;
end $$;

-- A draft ends when it becomes a row of the record, or when its author throws it away.
create function kith.end_draft(which uuid, how text, became uuid) returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
begin
  update draft set ended = how, ended_at = now(), result = became where council = here() and id = which and author = me() and ended is null;
  if not found then raise insufficient_privilege using message = 'not an open draft of the asker'; end if;
end $$;
-- Takes back throwing away, and sending within the time in which it may be undone.
create function kith.reopen_draft(which uuid) returns boolean language plpgsql volatile security definer set search_path = kith, pg_temp as $$
begin
  update draft set ended = null, ended_at = null, result = null
    where council = here() and id = which and author = me() and said is not null
      and (ended = 'withdrawn' or ended = 'submitted' and ended_at > now() - interval '10 minutes');
  return found;
end $$;

-- What was sent stands in the record, and what was thrown away has had its month: their words go. The row stays.
create function kith.forget_drafts() returns int language plpgsql volatile security definer set search_path = kith, pg_temp as $$
declare
  gone int;
begin
  with over as (
    update draft set said = null
      where council = here() and said is not null and ended_at < now() - case ended when 'submitted' then interval '1 day' else interval '30 days' end
      returning id
  ), keys as (
    delete from word_key k using over o where k.council = here() and k.record = o.id returning 1
  ) select count(*) into gone from over;
  return gone;
end $$;

-- Words taken out of sight are gone from the drafts that became them, or that correct them.
create or replace function kith.agree_out_of_sight(request uuid) returns void language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  r out_of_sight;
begin
  select * into r from out_of_sight where council = here() and id = request for update;
  if not found then raise no_data_found using message = 'no such request'; end if;
  if not may(r.child, 'takeOut', 'documents') then raise insufficient_privilege using message = 'may not take words out of sight'; end if;
  if r.asked_by = me() then raise insufficient_privilege using message = 'the second person must be somebody else'; end if;
  if r.agreed is not null then return; end if;
  update out_of_sight set agreed_by = me(), agreed = now() where council = r.council and id = r.id;
  delete from word_key where council = r.council and record = r.record;
  delete from word_key k using draft d
    where k.council = r.council and d.council = r.council and k.record = d.id and r.record in (d.result, d.about);
  insert into access_entry (council, person, child, what, subject) values (here(), me(), r.child, 'took words out of sight', jsonb_build_object('record', r.record, 'reason', r.reason));
end $$;

do $own$
declare
  f text;
begin
  foreach f in array array['hold_draft(uuid)', 'write_draft(uuid, text, uuid, uuid, uuid, int, bytea, bytea)', 'end_draft(uuid, text, uuid)', 'reopen_draft(uuid)'] loop
    execute format('alter function kith.%s owner to kith_rules', f);
    execute format('grant execute on function kith.%s to kith_caseload, kith_wide', f);
  end loop;
end $own$;
alter function kith.forget_drafts() owner to kith_custodian;
grant execute on function kith.forget_drafts() to kith_service;
