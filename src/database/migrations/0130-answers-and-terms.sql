-- The clock is given every answer that a child who understands gave about a health assessment, not the noes alone: a yes that comes
-- later ends a no, and a yes that was taken back is one.
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', $$'noes', ($$, $$'consents', ($$);
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)', 'r.about, day(r.decided))', 'r.about, day(r.decided), r.answer)');
call kith.put_into('kith.facts_known(smallint, uuid[], timestamptz)',
  $$<> 'retraction' and r.answer = 'no' and r.by_whom = 'child'$$, $$<> 'retraction' and r.by_whom = 'child'$$);

-- The terms of a school that was only asked for a place move what is owed after the application.
create or replace function kith.note_children_of_school() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into child_changed (council, child)
    select p.council, p.child from added a join school_place p on p.council = a.council and p.school = a.school
    union select p.council, p.child from added a join school_application p on p.council = a.council and p.school = a.school
  on conflict do nothing;
  return null;
end $$;
