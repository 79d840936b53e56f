-- An address, or a document, that was limited for a time and opened again: one version stands, for everybody who asks.

-- Both asked for the audience of each single version, and hid a line while its standing version was limited. Opened again, the
-- first version and the last were read and those between were not: the view of what stands then found nothing that superseded
-- the first, and showed both. Now what came before a version that the asker may not hear is not read either, as for notes,
-- views, actions and decisions (0035): what was limited stays with those who heard it, and what came after it is read by all.
-- Files and their bytes, and distances, go on following what stands of the line (0013, 0041).
do $mend$
declare
  t text;
begin
  foreach t in array array['address', 'document'] loop
    execute format('create index on kith.%I (council, child) where supersedes is not null and (audience is not null or must_not_know is not null)', t);
    execute format('drop policy caseload_heard on kith.%I', t);
    execute format('drop policy wide_heard on kith.%I', t);
    execute format('create policy caseload_heard on kith.%I as restrictive for select to kith_caseload using (id not in (select kith.unheard_versions(%L, false)))', t, t);
    execute format('create policy wide_heard on kith.%I as restrictive for select to kith_wide using (id not in (select kith.unheard_versions(%L, true)))', t, t);
  end loop;
end $mend$;
