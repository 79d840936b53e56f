-- What a rebuild of the ledger costs. A thousand children are 76,000 rows twice over, and three quarters of writing them went
-- into looking up, row by row, the child to whom all of its rows refer.

-- Codes and ids are compared byte by byte, not as English words.
alter table kith.duty alter column basis type text collate "C", alter column occurrence type text collate "C";
alter table kith.duty_reason alter column basis type text collate "C", alter column occurrence type text collate "C";

-- The same promise as the reference, kept once a statement for its distinct children. Nobody may delete a child or change
-- its id, so the promise cannot break from the other side.
create function kith.refers_to_children() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if exists (select from (select distinct council, child from added) a
             where not exists (select from child c where c.council = a.council and c.id = a.child)) then
    raise foreign_key_violation using message = format('a row of %s names a child who is not in the record', tg_table_name);
  end if;
  return null;
end $$;
alter function kith.refers_to_children() owner to kith_rules;
alter table kith.duty drop constraint duty_council_child_fkey;
alter table kith.duty_reason drop constraint duty_reason_council_child_fkey;
create trigger refers_to_children after insert on kith.duty referencing new table as added for each statement execute function kith.refers_to_children();
create trigger refers_to_children after insert on kith.duty_reason referencing new table as added for each statement execute function kith.refers_to_children();

-- Milliseconds by way of a double: exact for these moments, and half the cost of the facts of a child in numeric.
create or replace function kith.ms(t timestamptz) returns bigint language sql immutable parallel safe as $$ select (date_part('epoch', t) * 1000)::bigint $$;
