-- Rows of other systems are kept as those of a return are; their tables are called with underscores and spaces.
alter table kith.kept_row drop constraint kept_row_sheet_check;
alter table kith.kept_row add constraint kept_row_sheet_check check (sheet ~ '^[A-Za-z0-9_ ]+$');
alter table kith.stray_row drop constraint stray_row_sheet_check;
alter table kith.stray_row add constraint stray_row_sheet_check check (sheet ~ '^[A-Za-z0-9_ ]+$');
