-- DERIVED. As kith.night_standing, of the figures that tell how audits of practice went: that a record was graded so is read by
-- whoever may read audits of that record, and not by everybody who reads figures.
create table kith.night_audit_standing (
  council smallint not null references door.council,
  child   uuid not null,
  day     date not null,
  stands  jsonb not null,
  primary key (council, child, day),
  foreign key (council, child) references kith.child
);
comment on table kith.night_audit_standing is 'scope: audit; derived';
alter table kith.night_audit_standing enable row level security;
alter table kith.night_audit_standing force row level security;
grant select on kith.night_audit_standing to kith_caseload, kith_wide, kith_service;
grant insert on kith.night_audit_standing to kith_service;
create policy service on kith.night_audit_standing to kith_service
  using (council = (select kith.here())) with check (council = (select kith.here()));
-- 16384: audits.
create policy caseload_sees on kith.night_audit_standing for select to kith_caseload
  using (council = (select kith.here()) and child = any (array(
    select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me())
      and v.since <= now() and v.until > now() and (v.sees & 16384) <> 0)));
create policy wide_sees on kith.night_audit_standing for select to kith_wide
  using (council = (select kith.here()) and (child in (
    select v.child from kith.visible_child v where v.council = (select kith.here()) and v.person = (select kith.me())
      and v.since <= now() and v.until > now() and (v.sees & 16384) <> 0)
    or ((select kith.council_scopes('see')) & 16384) <> 0 and child <> all (array(select kith.kept_from_me()))));
