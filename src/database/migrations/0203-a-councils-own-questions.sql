-- What an audit asks is the council's own, by kind of audit, and so are the four words of its scale with what each means (decision 0223).
-- Lines of the council, read by everybody in it, written by who leads quality. Words: the questions of each part; of the scale words and meanings.
create table kith.audit_wording (like door.home_shape including defaults including constraints,
  kind text not null check (kind in ('case', 'thematic', 'dip sample', 'multi-agency', 're-audit', 'scale'))
);
call kith.wall_open('kith.audit_wording', 'quality-lead');
call kith.make_lines_of_council('kith.audit_wording');
create unique index one_wording_of_each_kind on kith.audit_wording (council, kind) where supersedes is null;

-- A round says at its draw which parts it asks and by which wording; null: the one that ships with Kith. Parts null: drawn before, all seven themes.
alter table kith.audit_round add column parts text[] constraint parts_of_the_list check (parts <@ array['voice', 'relationships', 'plan', 'safety', 'home', 'growing', 'oversight',
    'sample', 'social-care', 'health-care', 'school', 'police', 'together']),
  add constraint some_part_is_asked check (cardinality(parts) > 0),
  add column wording uuid, add column scale_wording uuid,
  add foreign key (council, wording) references kith.audit_wording (council, id),
  add foreign key (council, scale_wording) references kith.audit_wording (council, id);
create or replace view kith.audit_round_current with (security_invoker = true) as
  select r.* from kith.audit_round r where r.change <> 'retraction'
    and not exists (select from kith.audit_round_superseded n where n.council = r.council and n.supersedes = r.id);
grant insert (parts, wording, scale_wording) on kith.audit_round to kith_caseload, kith_wide, kith_service;

-- Parts of a sample and of other agencies beside the seven themes; a question may be answered yes or no.
do $checks$
declare
  c record;
begin
  for c in select conname from pg_constraint where conrelid = 'kith.audit_theme'::regclass and contype = 'c'
      and (conname = 'answers_of_the_scale' or pg_get_constraintdef(oid) like '%relationships%') loop
    execute format('alter table kith.audit_theme drop constraint %I', c.conname);
  end loop;
end $checks$;
alter table kith.audit_theme
  add constraint part_of_an_audit check (theme in ('voice', 'relationships', 'plan', 'safety', 'home', 'growing', 'oversight',
    'sample', 'social-care', 'health-care', 'school', 'police', 'together')),
  add constraint answers_of_the_scale check (answers <@ array['outstanding', 'good', 'requires improvement', 'inadequate', 'not enough to tell', 'seen', 'yes', 'no']);

-- With other agencies, what any of them did inadequately decides as well.
create or replace function kith.keep_audit_grade() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  moderated boolean := exists (select from audit_grade_current g where g.council = new.council and g.child = new.child and g.audit = new.audit and g.stage = 'second' and g.id <> new.id);
  closed boolean := exists (select from audit_closing_current c where c.council = new.council and c.child = new.child and c.audit = new.audit);
begin
  if closed or moderated and new.stage = 'first' then
    raise check_violation using message = 'the grade stays', constraint = 'first_grade_stays';
  end if;
  if new.change <> 'retraction' and new.stage = 'first' and new.grade in ('outstanding', 'good') and exists (
    select from audit_theme_current t where t.council = new.council and t.child = new.child and t.audit = new.audit
      and t.grade = 'inadequate' and t.theme not in ('relationships', 'home', 'growing')) then
    raise check_violation using message = 'no better than its themes', constraint = 'overall_no_better_than_its_themes';
  end if;
  return null;
end $$;
