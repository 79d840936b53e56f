-- The access log: every read and every change, by plain inserts, sealed in hash-chained blocks once their
-- transactions are over. A chain in the insert itself would make every reader of a council wait for every other.

-- Raised after every dump-and-restore: transaction ids of the old server mean nothing on the new one.
create table door.log_era (
  one boolean primary key default true check (one),
  era smallint not null
);
insert into door.log_era values (true, 1);
grant select on door.log_era to kith_rules, kith_sealer, kith_restore;

create function kith.era_now() returns smallint language sql stable security definer set search_path = door, pg_temp as $$ select era from log_era $$;
alter function kith.era_now() owner to kith_rules;
grant execute on function kith.era_now() to kith_caseload, kith_wide, kith_service, kith_rules, kith_sealer;

create table kith.access_entry (
  council smallint not null references door.council,
  era     smallint not null default kith.era_now(),
  tx      xid8 not null default pg_current_xact_id(),
  id      bigint generated always as identity,
  at      timestamptz not null default clock_timestamp(),
  person  uuid not null,
  child   uuid,
  what    text not null check (what <> ''),
  subject jsonb,                      -- ids and codes only: the chain holds no content
  primary key (council, era, tx, id)
);
create index on kith.access_entry (council, child, at);
create index on kith.access_entry (council, person, at);
comment on table kith.access_entry is 'the access log: added to by everybody, read through kith.access_of';
alter table kith.access_entry enable row level security;
alter table kith.access_entry force row level security;
-- tx, era, at and id cannot be given, and nobody reads the table itself.
grant insert (council, person, child, what, subject) on kith.access_entry to kith_caseload, kith_wide, kith_service;
grant select, insert on kith.access_entry to kith_rules;
grant select on kith.access_entry to kith_sealer;
create policy adds on kith.access_entry for insert to kith_caseload, kith_wide, kith_service
  with check (council = (select kith.here()) and person = (select kith.me()));
create policy rules on kith.access_entry to kith_rules using (true) with check (true);
create policy seals on kith.access_entry for select to kith_sealer using (true);

-- A change of what belongs to the council (teams, workers, who stands in which relation to whom) is logged like one of a
-- child's record: the database does it, so that no writer can forget.
create function kith.note_council_change() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  insert into access_entry (council, person, child, what, subject)
  select a.council, a.recorded_by, (a.row ->> 'child')::uuid, 'recorded ' || tg_table_name, jsonb_build_object('rows', jsonb_agg(a.row -> 'id' order by a.row ->> 'id'))
  from (select council, recorded_by, to_jsonb(added) as row from added) a group by 1, 2, 3;
  return null;
end $$;
alter function kith.note_council_change() owner to kith_rules;

create table kith.access_block (
  council  smallint not null references door.council,
  number   int not null check (number > 0),
  era      smallint not null,
  from_tx  xid8 not null,
  below_tx xid8 not null,
  entries  int not null check (entries > 0),
  previous bytea not null,
  hash     bytea not null,
  sealed   timestamptz not null default clock_timestamp(),
  primary key (council, number),
  unique (council, previous)
);
comment on table kith.access_block is 'the chain over the access log';
alter table kith.access_block enable row level security;
alter table kith.access_block force row level security;
grant select, insert on kith.access_block to kith_sealer;
grant select on kith.access_block to kith_rules, kith_service;
create policy seals on kith.access_block to kith_sealer using (true) with check (true);
create policy rules on kith.access_block for select to kith_rules using (true);
create policy service on kith.access_block for select to kith_service using (council = (select kith.here()));

-- No timestamp as text: that depends on the time zone of whoever asks.
create function kith.entry_digest(e kith.access_entry) returns bytea language sql stable parallel safe as $$
  select sha256(convert_to(jsonb_build_array(e.council, e.era, e.tx::text, e.id, (extract(epoch from e.at) * 1000000)::bigint, e.person, e.child, e.what, e.subject)::text, 'UTF8')) $$;

create function kith.block_hash(c smallint, n int, er smallint, lo xid8, hi xid8, prev bytea, out entries int, out hash bytea) language sql stable parallel safe set search_path = kith, pg_temp as $$
  select count(*)::int,
         sha256(prev || convert_to(format('%s/%s/%s/%s/%s/%s', c, n, er, lo, hi, count(*)), 'UTF8')
                || coalesce(string_agg(entry_digest(e), ''::bytea order by e.tx, e.id), ''))
  from access_entry e where e.council = c and e.era = er and e.tx >= lo and e.tx < hi $$;

-- Closes what is finished into one block. Every transaction below `hi` is over, so the set of entries below it can
-- never grow again; a sealer that went by "id greater than the last" missed one in eight of those written late.
create function kith.seal(c smallint) returns int language plpgsql security definer set search_path = kith, door, pg_temp as $$
declare
  last access_block;
  hi xid8 := pg_snapshot_xmin(pg_current_snapshot());
  er smallint := era_now();
  lo xid8;
  n int;
  prev bytea;
  b record;
begin
  if not pg_try_advisory_xact_lock(7001, c) then return 0; end if;
  select * into last from access_block where council = c order by number desc limit 1;
  n := coalesce(last.number, 0) + 1;
  prev := coalesce(last.hash, sha256(''));
  lo := case when last.number is null or last.era <> er then '0'::xid8 else last.below_tx end;
  if last.era <> er and exists (select from access_entry where council = c and era = last.era and tx >= last.below_tx) then
    er := last.era;  -- first close what the old era left unsealed
    lo := last.below_tx;
    hi := '18446744073709551615';
  end if;
  if hi < lo then raise exception 'transaction ids ran backwards (restored from a dump?): raise door.log_era'; end if;
  select * into b from block_hash(c, n, er, lo, hi, prev);
  if b.entries > 0 then
    insert into access_block (council, number, era, from_tx, below_tx, entries, previous, hash) values (c, n, er, lo, hi, b.entries, prev, b.hash);
  end if;
  return b.entries;
end $$;

-- Every fault of a council's chain: block number and what is wrong with it.
create function kith.verify(c smallint) returns table (number int, fault text) language sql stable security definer set search_path = kith, pg_temp as $$
  select b.number,
         case when b.entries <> h.entries then format('holds %s entries, was sealed with %s', h.entries, b.entries)
              when b.hash <> h.hash then 'an entry was changed or reordered'
              else 'the chain is broken here: a block before it is missing or was exchanged' end
  from (select *, lag(hash, 1, sha256('')) over w as was, lag(x.number, 1, 0) over w as n0, lag(below_tx) over w as t0, lag(era) over w as e0
        from access_block x where council = c window w as (order by x.number)) b,
       lateral block_hash(b.council, b.number, b.era, b.from_tx, b.below_tx, b.previous) h
  where b.hash <> h.hash or b.entries <> h.entries or b.previous <> b.was or b.number <> b.n0 + 1
     or (b.e0 = b.era and b.t0 <> b.from_tx) or (b.e0 is distinct from b.era and b.from_tx <> '0') $$;

-- The head of the chain, and how much stands unsealed and for how long: written off the machine and compared by `kith verify`.
create function kith.chain_head(c smallint, out number int, out hash bytea, out sealed timestamptz, out unsealed int, out oldest_unsealed timestamptz)
language sql stable security definer set search_path = kith, pg_temp as $$
  with head as (select * from access_block where council = c order by number desc limit 1),
  waiting as (  -- an entry put into a range that is already sealed is found by kith.verify
    select count(*)::int as unsealed, min(at) as oldest from access_entry e
    where e.council = c and (e.era, e.tx) >= (coalesce((select era from head), 0), coalesce((select below_tx from head), '0'::xid8)))
  select head.number, head.hash, head.sealed, waiting.unsealed, waiting.oldest from waiting left join head on true $$;
-- The hash of one block as the database holds it now: compared with the seals kept outside.
create function kith.block_seal(c smallint, n int) returns bytea language sql stable security definer set search_path = kith, pg_temp as $$
  select hash from access_block where council = c and access_block.number = n $$;

do $own$
declare
  f text;
begin
  foreach f in array array['seal(smallint)', 'verify(smallint)', 'chain_head(smallint)', 'block_seal(smallint, int)'] loop
    execute format('alter function kith.%s owner to kith_sealer', f);
    execute format('grant execute on function kith.%s to kith_service, kith_sealer', f);
  end loop;
  grant execute on function kith.entry_digest(kith.access_entry), kith.block_hash(smallint, int, smallint, xid8, xid8, bytea) to kith_sealer;
end $own$;
