-- A place that is kept for a child who is away, or reserved for one who comes; and shared care or short breaks as they are planned ahead.
-- Neither says where a child is: that is the placement of record, and the night.

-- `said`: which home, and why. Kept: of a home in which the child lives by the record.
create table kith.place_held (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('kept', 'reserved')),
  placement uuid,                                                -- the line of the home that is kept
  since date not null,
  look_again date,                                               -- when somebody asks whether it is still needed
  until date,                                                    -- the first day on which it is no longer kept or reserved
  outcome text check (outcome in ('the child came', 'the child came back', 'no longer needed', 'taken by somebody else')),
  constraint kept_of_a_home check (kind = 'kept' or placement is null),
  constraint looked_at_later check (look_again > since),
  constraint until_after_since check (until > since),
  constraint over_with_an_outcome check ((outcome is null) = (until is null)),
  foreign key (council, child, placement) references kith.placement (council, child, id)
);
call kith.make_record('kith.place_held', 'where');

-- `said`: with whom, from when to when in the day, and what the child said of it.
create table kith.stay_pattern (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('short breaks', 'shared care')),
  first date not null,                                           -- the first day of the first stay
  every int not null check (every between 1 and 52),
  unit text not null check (unit in ('weeks', 'months')),
  nights int not null check (nights between 1 and 31),
  until date,                                                    -- no stay begins on or after it
  constraint until_after_first check (until > first)
);
call kith.make_record('kith.stay_pattern', 'where');
