-- What a second reader found of one's own file (decision 0249): what quotes a row goes with it also where the row itself has no words, and
-- where the row is the request; a legal hold on any child whose words would go stops it; and the log of each of them says that it was done.

-- What quotes these rows: what was decided of them in a file, and the drafts of that; and of what was asked for (each version before the
-- first step, which is a note among colleagues) the files that were made to answer it, which print it, and the drafts of those. A draft that became
-- nothing does not say of which request it was: each that was written on since.
create or replace function kith.file_copies(of_rows uuid[]) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with decided as materialized (select d.id from file_decision d where d.council = here() and d.on_row = any (of_rows)),
    asked as materialized (select q.line, q.child, min(q.recorded) as since from file_request q where q.council = here() and q.id = any (of_rows)
      and not exists (select from file_request s where s.council = q.council and s.line = q.line and s.change = 'change' and s.recorded <= q.recorded) group by 1, 2),
    made as materialized (select m.id from file_made m join asked a on a.line = m.request where m.council = here())
  select d.id from decided d union all select m.id from made m union all
  select f.id from draft f where f.council = here() and (f.result in (select d.id from decided d) or f.result in (select m.id from made m)
    or f.form = 'own-file-decision' and f.about = any (of_rows)
    or f.form = 'own-file' and f.result is null and exists (select from asked a where a.child = f.child and f.saved >= a.since)) $$;
-- Every row of one record of which something may be decided, by its id alone, with words or without.
create function kith.file_rows_of(whom uuid) returns uuid[] language plpgsql stable security definer set search_path = kith, pg_temp as $$
declare
  t text;
  found uuid[];
  every uuid[] := '{}';
begin
  for t in select file_tables() loop
    execute format('select array_agg(r.id) from %I r where r.council = $1 and r.child = $2', t) into found using here(), whom;
    every := every || coalesce(found, '{}');
  end loop;
  return every;
end $$;
-- Whether a legal hold stands on a child of whom these are words.
create function kith.held_words(of_records uuid[]) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select coalesce(bool_or(held(c.child)), false) from (select distinct k.child from word_key k where k.council = here() and k.record = any (of_records) and k.child is not null) c $$;
do $own$
begin
  alter function kith.file_rows_of(uuid) owner to kith_rules;
  alter function kith.held_words(uuid[]) owner to kith_custodian;
  revoke all on function kith.file_rows_of(uuid), kith.held_words(uuid[]) from public;
  grant execute on function kith.file_rows_of(uuid) to kith_custodian;
end $own$;

call kith.put_into('kith.ask_out_of_sight(uuid, uuid, text)', 'if held(whom) then', 'if held(whom) or held_words(array(select file_copies(array[record_id]))) then');
call kith.put_into('kith.agree_out_of_sight(uuid)', 'if held(r.child) then', 'if held(r.child) or held_words(array(select file_copies(array[r.record]))) then');
call kith.put_into('kith.ask_disposal(uuid, text, date)', 'if held(whom) then', 'if held(whom) or held_words(array(select file_copies(file_rows_of(whom)))) then');

-- Under the child whose words they are, and once in the log of each.
call kith.put_into('kith.agree_out_of_sight(uuid)', $$returning k.record)
    insert into out_of_sight (council, record, child, reason, asked_by, asked, agreed_by, agreed)
      select r.council, g.record, r.child, r.reason, r.asked_by, r.asked, me(), now() from gone g on conflict do nothing;$$,
$$returning k.record, k.child),
    noted as (insert into out_of_sight (council, record, child, reason, asked_by, asked, agreed_by, agreed)
      select r.council, g.record, g.child, r.reason, r.asked_by, r.asked, me(), now() from gone g on conflict do nothing)
  insert into access_entry (council, person, child, what, subject)
    select here(), me(), g.child, 'took words out of sight', jsonb_build_object('record', r.record, 'reason', r.reason, 'texts', count(*)) from gone g where g.child <> r.child group by g.child;$$);

call kith.put_into('kith.decide_disposal(uuid, text, text)', '  gone int;', '  gone int;
  quoting uuid[];');
call kith.put_into('kith.decide_disposal(uuid, text, text)', '  if held(r.child) then',
  $$  quoting := array(select file_copies(file_rows_of(r.child)));
  if held(r.child) or held_words(quoting) then$$);
call kith.put_into('kith.decide_disposal(uuid, text, text)', $$from word_key k where k.council = r.council and (k.child = r.child
        or k.record in (select file_copies(array(select w.record from word_key w where w.council = r.council and w.child = r.child))));$$,
  'from word_key k where k.council = r.council and (k.child = r.child or k.record = any (quoting));');
call kith.put_into('kith.decide_disposal(uuid, text, text)', $$  delete from word_key k where k.council = r.council and (k.child = r.child
    or k.record in (select file_copies(array(select w.record from word_key w where w.council = r.council and w.child = r.child))));$$,
$$  with over as (delete from word_key k where k.council = r.council and (k.child = r.child or k.record = any (quoting)) returning k.child)
  insert into access_entry (council, person, child, what, subject)
    select here(), me(), o.child, 'had words destroyed that quote a record that was joined', jsonb_build_object('disposal', r.id, 'texts', count(*)) from over o where o.child <> r.child group by o.child;$$);
