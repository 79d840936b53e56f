-- Where another system has its page of a child: an address with {id} where the child's number there stands. Said by an
-- administrator, each time as a row more; null: it has none that can be opened.
create table kith.page_there (
  council     smallint not null references door.council,
  id          uuid not null default kith.new_id(),
  kind        text not null check (kind in ('ssd', 'annex-a')),
  address     text,
  recorded_by uuid not null,
  recorded    timestamptz not null default now(),
  primary key (council, id),
  -- No name and password before the host, one number, and never without encryption: whatever else comes of it is the browser's.
  constraint an_address_with_one_number check (address is null or (length(address) <= 300
    and address ~ '^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?/[^\s<>"''\\{}]*\{id\}[^\s<>"''\\{}]*$'))
);
create index on kith.page_there (council, kind, recorded);
call kith.wall_open('kith.page_there', 'administrator');
grant insert (council, id, kind, address, recorded_by) on kith.page_there to kith_caseload, kith_wide, kith_service;
