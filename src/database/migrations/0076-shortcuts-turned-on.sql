-- Keyboard shortcuts are there only for whoever has turned them on. Until they were built the box stood ticked and did
-- nothing, so what was saved with it was nobody's choice.
alter table door.preference alter column shortcuts set default false;
update door.preference set shortcuts = false;

create or replace function door.session_of(hashed bytea, in_council smallint)
returns table (person uuid, name text, parts text[], handle uuid, idle_left int, longest_left int, density text, shortcuts boolean)
language plpgsql security definer set search_path = door, pg_temp as $$
declare
  this session;
begin
  select * into this from session s where s.id = hashed and s.council = in_council;
  if this.id is null then return; end if;
  if this.ends <= now() or this.seen + this.idle <= now() then
    delete from session s where s.id = hashed;
    return;
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
           coalesce(p.density, 'compact'), coalesce(p.shortcuts, false)
    from kith.worker w left join preference p on p.council = in_council and p.person = this.person
    where w.council = in_council and w.id = this.person;
end $$;
