-- One side of who a child is, and what is known of exploitation, which often names other people, may be kept to few: by the mechanism of
-- decision 0149, of a line and not of a version, with the decision behind it.
do $few$
declare
  t text;
  says text;
begin
  foreach t in array array['identity_talk', 'exploitation_assessment'] loop
    execute format($q$alter table kith.%I
      add column audience text[] check (cardinality(audience) > 0),
      add column must_not_know uuid[],
      add column audience_decision uuid,
      add constraint audience_is_decided check ((audience is null and must_not_know is null) or audience_decision is not null)$q$, t);
    execute format('grant insert (audience, must_not_know, audience_decision) on kith.%I to kith_caseload, kith_wide, kith_service', t);
    execute format('alter table kith.%I add foreign key (council, child, audience_decision) references kith.audience_decision (council, child, id) deferrable initially deferred', t);
    call kith.wall_lines(format('kith.%I', t)::regclass);
    says := pg_get_viewdef(format('kith.%I', t || '_current')::regclass);
    execute format('create or replace view kith.%I with (security_invoker = true) as select r.* ', t || '_current') || substr(says, strpos(says, format('FROM kith.%I r', t)));
  end loop;
end $few$;
call kith.wall_decisions();
