-- The lines of the record behind a flag, so that its link leads to the form of just that line; ids only.
alter table kith.return_flag add column behind jsonb not null default '[]'; -- [{column of the return, table of the record, line}]
grant insert (behind), update (behind) on kith.return_flag to kith_service;
