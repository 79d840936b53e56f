-- The telephone at work of whoever works here: written by themselves or an administrator, read by everybody in the council, since somebody
-- who fears for a child has to ring. Words: the number; none: there is no number any more.
create table kith.work_telephone (like door.home_shape including defaults including constraints,
  worker uuid not null,
  foreign key (council, worker) references kith.worker
);
call kith.wall_open('kith.work_telephone', 'administrator');
create policy their_own on kith.work_telephone for insert to kith_caseload, kith_wide
  with check (council = (select kith.here()) and recorded_by = (select kith.me()) and worker = (select kith.me()));
call kith.make_lines_of_council('kith.work_telephone');
create index on kith.work_telephone (council, worker);
