-- Who agreed to a child being accommodated, one person a line: given on a day, and withdrawn on another. Names are words.
create table kith.agreement (like door.record_shape including defaults including constraints,
  basis uuid not null,                                           -- the line of the section 20 agreement
  by text not null check (by in ('mother', 'father', 'another parent', 'somebody else with parental responsibility', 'the child, at 16 or 17')),
  given date not null,
  withdrawn date,
  constraint withdrawn_after_it_was_given check (withdrawn is null or withdrawn >= given)
);
call kith.make_record('kith.agreement', 'legal');
call kith.arriving_writes('kith.agreement');
alter table kith.agreement add foreign key (council, child, basis) references kith.legal_basis (council, child, id);
create index on kith.agreement (council, child, basis);
