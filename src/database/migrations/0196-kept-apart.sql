-- With whom a child must not live (decision 0214): a child of the record, a home of the list, or children younger than an age; with why,
-- who decided, and whether a plan for the risk could make it right. Words: why, and who decided.
create table kith.kept_apart (like door.record_shape including defaults including constraints,
  kind text not null check (kind in ('child', 'home', 'children under')),
  other uuid,
  household uuid,
  under_age int check (under_age between 1 and 18),
  firmness text not null check (firmness in ('never', 'with a plan')),
  decided date not null,
  ended date,                                                    -- from that day it stands no longer
  constraint one_of_whom check ((kind = 'child') = (other is not null) and (kind = 'home') = (household is not null) and (kind = 'children under') = (under_age is not null)),
  constraint not_of_themselves check (other <> child),
  constraint ended_after_it_was_decided check (ended >= decided),
  foreign key (council, other) references kith.child (council, id),
  foreign key (council, household) references kith.household (council, id)
);
call kith.make_record('kith.kept_apart', 'matching');
create index on kith.kept_apart (council, child);
create index on kith.kept_apart (council, other) where other is not null;

-- Homes in which somebody lives, or has a place, who must not live with a child: by this child's record, or by theirs. Also where the asker
-- may not know of them: which child it is, and why, is told to nobody. Only for whoever works with homes, of a child for whom they look.
create function kith.homes_kept_apart(whom uuid, on_day date) returns table (household uuid, firm boolean)
language sql stable security definer set search_path = kith, pg_temp as $$
  with apart as (
    select k.other as child, k.household, k.firmness = 'never' as firm from kept_apart_current k
      where k.council = here() and k.child = whom and (k.ended is null or k.ended > on_day) and k.kind <> 'children under'
    union all
    select k.child, null, k.firmness = 'never' from kept_apart_current k
      where k.council = here() and k.other = whom and (k.ended is null or k.ended > on_day)),
  there as (
    select a.household, a.firm from apart a where a.household is not null
    union all
    select h.household, a.firm from apart a join placement_household_current h on h.council = here() and h.child = a.child
      join placement_current p on p.council = h.council and p.child = h.child and p.line = h.placement and p.during @> on_day
    union all
    select h.household, a.firm from apart a join place_held_current h on h.council = here() and h.child = a.child
      where h.household is not null and h.since <= on_day and (h.until is null or h.until > on_day))
  select t.household, bool_or(t.firm) from there t where works_with_homes() and may(whom, 'see', 'matching') group by t.household $$;
revoke all on function kith.homes_kept_apart(uuid, date) from public;
alter function kith.homes_kept_apart(uuid, date) owner to kith_rules;
grant execute on function kith.homes_kept_apart(uuid, date) to kith_caseload, kith_wide, kith_service; -- of nobody, for a service: it reckons who waits
