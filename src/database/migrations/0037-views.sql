-- Views: what a child, parent or carer said, in their words, with the audience that they were told of; what is done because of it;
-- and the rare decision to let somebody else know.

create table kith.view (like door.record_shape including defaults including constraints,
  whose text not null check (whose in ('child', 'parent', 'carer')),
  person uuid,                                                   -- which parent or carer; null for the child
  happened date not null,
  how text not null check (how in ('said', 'wrote', 'drew', 'signed', 'through an interpreter', 'through an advocate', 'through somebody else')),
  told_to uuid,                                                  -- the worker; null: somebody who is none
  about text not null check (about in ('home', 'family time', 'school', 'health', 'plan', 'review', 'worker', 'other')),
  audience text[] not null,
  must_not_know uuid[],
  let_know text[] not null default '{}',                         -- relations, and people, whom they themselves let know
  let_know_people uuid[] not null default '{}',
  opened_by uuid,
  constraint somebody_may_know check (cardinality(audience) > 0),
  constraint carers_only_if_they_say_so check (not ('carer' = any (audience)) or 'carer' = any (let_know) or opened_by is not null or whose = 'carer'),
  constraint child_is_the_child check (whose <> 'child' or person is null),
  foreign key (council, person) references kith.person,
  foreign key (council, told_to) references kith.worker
);
call kith.make_heard_record('kith.view', 'story');
create index on kith.view (council, child, happened);

-- A safeguarding decision that goes beyond the audience: who decided, why (in words), under which power, and when the child was
-- told, or why not yet.
create table kith.view_opening (like door.record_shape including defaults including constraints,
  view uuid not null,
  relations text[] not null,
  no_longer_barred uuid[] not null default '{}',                 -- people who must not know, and now may
  power text not null check (power in ('safety of the child', 'safety of somebody else', 'court order', 'required by law')),
  decided date not null,
  decided_by uuid not null,
  told date,
  not_told_why text check (not_told_why in ('not safe yet', 'not reached yet', 'would harm an inquiry', 'a court forbids it')),
  constraint told_or_why_not check ((told is null) <> (not_told_why is null)),
  constraint told_after_deciding check (told >= decided),
  foreign key (council, decided_by) references kith.worker
);
call kith.make_record('kith.view_opening', 'story');
call kith.follow('kith.view_opening', 'view', 'kith.view');
-- Only who approves in the oversight of this child; who writes the first version is who decided.
call kith.only_writes('kith.view_opening', 'kith.may(child, ''approve'', ''oversight'') and (supersedes is not null or decided_by = (select kith.me()))');
alter table kith.view add foreign key (council, child, opened_by) references kith.view_opening (council, child, id) deferrable initially deferred;

-- A later version may go beyond the audience of the one before only at their own wish, or by a standing opening that names who.
create function kith.keep_audience() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  before view;
  added text[];
  freed uuid[];
begin
  if new.supersedes is null then
    if new.opened_by is not null then raise check_violation using message = 'nothing to open yet', constraint = 'audience_goes_no_further'; end if;
    return null;
  end if;
  select * into before from view v where v.council = new.council and v.id = new.supersedes;
  added := array(select unnest(new.audience) except select unnest(before.audience));
  freed := array(select unnest(before.must_not_know) except select unnest(new.must_not_know));
  if added <@ new.let_know and freed <@ new.let_know_people then return null; end if;
  if not exists (select from view_opening o where o.council = new.council and o.child = new.child and o.line = new.opened_by and o.view = new.line
      and o.change <> 'retraction' and not exists (select from view_opening n where n.council = o.council and n.supersedes = o.id)
      and added <@ (o.relations || new.let_know) and freed <@ (o.no_longer_barred || new.let_know_people)) then
    raise check_violation using message = 'further than they were told', constraint = 'audience_goes_no_further';
  end if;
  return null;
end $$;
alter function kith.keep_audience() owner to kith_rules;
create trigger keep_audience after insert on kith.view for each row execute function kith.keep_audience();

-- What changed because of it: one line for each thing that was done, or why nothing changed; and when they were told.
create table kith.view_answer (like door.record_shape including defaults including constraints,
  view uuid not null,
  outcome text not null check (outcome in ('changed', 'partly changed', 'nothing changed')),
  decided date not null,
  decided_by uuid,                                               -- null: somebody who is no worker, said in words
  told date,                                                     -- null: not told yet
  on_table text check (on_table ~ '^[a-z_]+$'),                  -- the decision or action that did it
  on_line uuid,
  constraint told_after_deciding check (told >= decided),
  foreign key (council, decided_by) references kith.worker
);
call kith.make_record('kith.view_answer', 'story');
call kith.follow('kith.view_answer', 'view', 'kith.view');
call kith.may_point('kith.view_answer');
