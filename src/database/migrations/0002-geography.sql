-- Postcodes: one directory at a time, loaded whole by kith_loader and swapped in; everybody else may only read.

create table reference.postcode (
  postcode  text collate "C" not null,   -- upper case, no spaces
  easting   int,                         -- metres on the British National Grid; null where the position is unknown
  northing  int,
  authority text collate "C",            -- district or unitary code as the directory gives it, in the codes of its year
  constraint postcode_pkey primary key (postcode),
  constraint postcode_is_whole check ((easting is null) = (northing is null))
);

-- One row for each directory that was ever loaded; the last is the one in use.
create table reference.postcode_directory (
  id               int generated always as identity primary key,
  edition          text check (edition ~ '^\d{4}-\d{2}$'),   -- 2025-11; null where neither file name nor person says
  codes_of         smallint,                                 -- the year of its authority codes; null where unknown
  file_name        text not null,
  rows             int not null,
  england          int not null,
  without_position int not null,
  refused          int not null,
  doubled          int not null,                             -- a postcode that stands twice is taken once: the first
  attribution      text not null,
  loaded           timestamptz not null default clock_timestamp()
);

grant select on reference.postcode, reference.postcode_directory to kith_caseload, kith_wide, kith_rules, kith_service;

-- Called in one transaction with the COPY between them, so that a killed import leaves the directory that was there.
-- Rows are copied frozen: a reader whose snapshot is older than the swap still finds a full table.
create function reference.stage_postcodes() returns void language plpgsql set search_path = reference, pg_temp as $$
begin
  if not pg_try_advisory_xact_lock(hashtextextended('reference.postcode', 0)) then
    raise lock_not_available using message = 'another import of postcodes is running';
  end if;
  create table reference.postcode_next (like reference.postcode including defaults including constraints);
end $$;

create function reference.swap_postcodes() returns int language plpgsql set search_path = reference, pg_temp as $$
declare
  doubled int := 0;
begin
  begin
    alter table reference.postcode_next add constraint postcode_next_pkey primary key (postcode);
  exception when unique_violation then
    delete from reference.postcode_next n using reference.postcode_next earlier
      where n.postcode = earlier.postcode and n.ctid > earlier.ctid;
    get diagnostics doubled = row_count;
    alter table reference.postcode_next add constraint postcode_next_pkey primary key (postcode);
  end;
  analyze reference.postcode_next;
  drop table reference.postcode;
  alter table reference.postcode_next rename to postcode;
  alter table reference.postcode rename constraint postcode_next_pkey to postcode_pkey;
  grant select on reference.postcode to kith_caseload, kith_wide, kith_rules, kith_service;
  return doubled;
end $$;
revoke execute on function reference.stage_postcodes(), reference.swap_postcodes() from public;
grant execute on function reference.stage_postcodes(), reference.swap_postcodes() to kith_loader;

alter table reference.postcode owner to kith_loader;
alter table reference.postcode_directory owner to kith_loader;
