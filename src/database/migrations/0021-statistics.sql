-- What the planner knows of the tables. A large import into an empty record would else be planned, to its end, for empty
-- tables: every check of a reference then read all rows of the council.

create function door.gather_statistics() returns void language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  t text;
begin
  for t in select format('kith.%I', relname) from pg_class where relnamespace = 'kith'::regnamespace and relkind = 'r' loop
    execute 'analyze ' || t;
  end loop;
end $$;
grant execute on function door.gather_statistics() to kith_service;
