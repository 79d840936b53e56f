-- Whether a version was put aside by a later one: its id, and nothing of the later one, which may be kept from whoever asks. Behind
-- the wall of the record that question cost as much as the record itself, in every statement of every page (decision 0165).

-- Made anew of each table of the record; who reads what stands of a table reads this of it, in their council.
create procedure kith.show_superseded(t regclass) language plpgsql set search_path = pg_catalog as $$
declare
  name text := (select relname from pg_class where oid = t);
begin
  if not exists (select from pg_policy p where p.polrelid = t and p.polname = 'rules' and pg_get_expr(p.polqual, p.polrelid) = 'true') then
    raise exception '%: the rules do not see all of it', name;
  end if;
  execute format('create view kith.%I as select council, supersedes from %s where supersedes is not null
    and council::text = coalesce(nullif(current_setting(''app.council'', true), ''''), council::text)', name || '_superseded', t);
  execute format('alter view kith.%I owner to kith_rules', name || '_superseded');
  execute format('grant select on kith.%I to kith_caseload, kith_wide, kith_service', name || '_superseded');
end $$;

do $standing$
declare
  v record;
  others text;
begin
  for v in select c.oid, c.relname as name, t.oid::regclass as tabled, t.relname as of
      from pg_class c join pg_class t on t.relnamespace = c.relnamespace and t.relkind = 'r' and c.relname = t.relname || '_current'
        join pg_attribute a on a.attrelid = t.oid and a.attname = 'supersedes'
      where c.relnamespace = 'kith'::regnamespace and c.relkind = 'v' order by c.relname loop
    call kith.show_superseded(v.tabled);
    if strpos(pg_get_viewdef(v.oid), format('FROM kith.%I n', v.of)) = 0 then raise exception '%: is made in another way', v.name; end if;
    execute format('create or replace view kith.%I with (security_invoker = true) as %s', v.name,
      replace(pg_get_viewdef(v.oid), format('FROM kith.%I n', v.of), format('FROM kith.%I n', v.of || '_superseded')));
    select string_agg(quote_ident(a.grantee::regrole::text), ', ') into others from pg_class c, aclexplode(c.relacl) a
    where c.oid = v.oid and a.privilege_type = 'SELECT' and a.grantee <> c.relowner
      and a.grantee::regrole::text not in ('kith_caseload', 'kith_wide', 'kith_service', 'kith_rules');
    if others is not null then execute format('grant select on kith.%I to %s', v.of || '_superseded', others); end if;
  end loop;
end $standing$;

call kith.put_into('kith.make_record(regclass, text, text, boolean)',
  $$not exists (select from %s n where n.council = r.council and n.supersedes = r.id)', name || '_current', t, t);$$,
  $$not exists (select from kith.%I n where n.council = r.council and n.supersedes = r.id)', name || '_current', t, name || '_superseded');$$);
call kith.put_into('kith.make_record(regclass, text, text, boolean)', $$  execute format('create view kith.%I with$$,
  $$  call kith.show_superseded(t);
  execute format('create view kith.%I with$$);
