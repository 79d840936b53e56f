-- What set an assessment off, and when: the same two columns on every kind of assessment. Both null: written down before it was
-- asked. What the list does not name stands among its words. Who approves it is a request for approval, as it was for one kind.

do $each$
declare
  a record;
begin
  for a in select * from (values
    ('exploitation_assessment', 'assessed'), ('identity_talk', 'happened'), ('needs_assessment', 'completed'),
    ('age_assessment', 'doubted'), ('parent_assessment', 'completed')) as kinds (name, day)
  loop
    execute format($$
      alter table kith.%1$I
        add column set_off_by text check (set_off_by in ('the law', 'review', 'court', 'child', 'family or carer', 'said', 'missing',
          'change', 'another service', 'looked at again', 'something else', 'not known')),
        add column set_off_on date,
        add constraint set_off_with_its_day check ((set_off_on is not null) = (set_off_by is not null and set_off_by <> 'not known')),
        add constraint set_off_before_it check (set_off_on <= %2$I)$$, a.name, a.day);
    execute format($$
      create or replace view kith.%1$I with (security_invoker = true) as
        select r.* from kith.%2$I r where r.change <> 'retraction'
          and not exists (select from kith.%3$I n where n.council = r.council and n.supersedes = r.id)$$,
      a.name || '_current', a.name, a.name || '_superseded');
    execute format('grant insert (set_off_by, set_off_on) on kith.%I to kith_caseload, kith_wide, kith_service', a.name);
  end loop;
end $each$;
