-- Who sees a child is worked out anew for every allocation. Each step must find the rows of one child without reading those
-- of all: the import of 100,000 children took twice as long a child as that of 10,000.
create index on kith.own_child (council, child);
create index on kith.own_family (council, child);
create index on kith.standing_relation (council, child) where child is not null;
create index on kith.standing_relation (council, person);
create index on kith.break_glass_use (council, child);
create index on kith.team_membership (council, person);
create index on kith.team_membership (council, team);
create index on kith.allocation (council, worker);
