-- A file of school terms as it was read, before anything of it is taken: what each row says, and which rows were not understood. Of no
-- child; kept so that a person sees what would be taken, and from which file a term came.

create table kith.term_list (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),      -- of the file: the same one again is the same list
  rows_read   int not null check (rows_read between 0 and 100000),
  terms       jsonb not null check (jsonb_typeof(terms) = 'array'),      -- each row that was understood, in the order of the file
  faults      jsonb not null check (jsonb_typeof(faults) = 'array'),     -- row, column, and what is to be done: nothing that stood there
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  constraint one_list_of_a_file unique (council, fingerprint)
);
call kith.wall_open('kith.term_list', 'administrator');
-- Schools and terms are read by everybody; what somebody sent, with whatever it may hold by mistake, by those who take it.
create policy caseload_takes on kith.term_list as restrictive for select to kith_caseload using ((select kith.i_am('administrator')));
create policy wide_takes on kith.term_list as restrictive for select to kith_wide using ((select kith.i_am('administrator')));
grant insert (council, id, fingerprint, rows_read, terms, faults, recorded_by) on kith.term_list to kith_caseload, kith_wide, kith_service;
