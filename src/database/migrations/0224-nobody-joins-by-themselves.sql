-- A membership of a team opens the records of its children (decision 0243): nobody enters one of their own, or puts one right.
create policy not_of_oneself on kith.team_membership as restrictive for insert to kith_caseload, kith_wide with check (person <> (select kith.me()));
