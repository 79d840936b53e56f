-- Finding children: what has changed since an index in memory was filled, and when somebody last looked at their own home.

-- The index of names is kept fresh by what newer transactions wrote, however many processes write.
create index on kith.child_name (council, tx);
create index on kith.birth_claim (council, tx);
create index on kith.child_identifier (council, tx);
create index on kith.allocation (council, tx);
create index on kith.allocation (council, worker);

-- When the asker themselves last looked at a page, before a moment, as the access log has it. Nobody learns of another's looks.
create function kith.my_last_look(at_what text, before timestamptz) returns timestamptz language sql stable security definer set search_path = kith, pg_temp as $$
  select e.at from access_entry e
  where e.council = here() and e.person = me() and e.what = at_what and e.at < before
  order by e.at desc limit 1 $$;
alter function kith.my_last_look(text, timestamptz) owner to kith_rules;
grant execute on function kith.my_last_look(text, timestamptz) to kith_caseload, kith_wide;

-- What is late, child by child, for lists that do not read every duty.
create index duty_open_of_child on kith.duty (council, child, due) where standing = 'open';
