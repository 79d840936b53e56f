-- Who a child is, as explored with them; and what they like to do. A code of the return never counts as explored.

-- One talk about one side of who they are. Words: what it means to them, who talked with them, what we need to do, what changed
-- because of it, in which plan or why in none, and where it comes from; of a disability also equipment and communication.
create table kith.identity_talk (like door.record_shape including defaults including constraints,
  side text not null check (side in ('ethnicity', 'heritage', 'language', 'faith', 'disability', 'gender', 'sexuality', 'class')),
  happened date not null,
  told_by text not null check (told_by in ('child', 'family', 'carer', 'worker'))  -- in whose words
);
call kith.make_record('kith.identity_talk', 'plan');

-- Words: what it is, what it means to them, what stands in the way, what we do about it.
create table kith.interest (like door.record_shape including defaults including constraints,
  state text not null check (state in ('does it', 'wants to', 'stopped')),
  since date,                                                    -- null: not known since when
  hindered boolean not null default false,
  hindered_since date,                                           -- null: nothing stands in the way, or it is not known since when
  constraint hindered_if_since check (hindered or hindered_since is null)
);
call kith.make_record('kith.interest', 'plan');
