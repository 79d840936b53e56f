-- What the night's figures read of the two largest tables, without the rest of them (decision 0180): of the ledger the duties that
-- figures count, whole in the index, and of visits those of reviewing officers.

-- The list is that of the room of figures; a test holds the two together.
create index duty_counted on kith.duty (council, due) include (child, basis, standing, missing, done, closes, covered_until)
  where basis = any ('{CP-06,CP-07,CP-08,CP-08/after-a-gap,AD-02/first,AD-02/second,AD-02/later,CP-16,CP-21/start,CP-22/order,CP-20/start,CP-23/start,CP-28/first-visit,CP-17,CP-17/next,CP-18/three-months,CP-18/six-weeks,CP-19,CP-21/weekly,CP-21/four-weeks,CP-22/six-weeks,CP-20/weekly,CP-20/six-weeks,CP-23/six-weeks,CP-23/three-months,CP-28/later-visit,CP-24/asked,CP-24/notice,ED-03}');
create index visit_of_officers on kith.visit (council, child) where visitor_role = 'reviewing officer';
