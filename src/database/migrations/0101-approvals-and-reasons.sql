-- Approvals of homes and reasons why a child was not spoken with alone have forms now.

-- Whoever writes visits says why a child was not spoken with alone on one; whoever holds reviews, why not before one.
call kith.also_writes('kith.excuse', $$(rule = 'CP-25' and kith.may(child, 'write', 'visits')) or (rule = 'CP-15' and kith.may(child, 'write', 'reviews'))$$);
create index on kith.excuse (council, child, occurrence);

-- From now on the council's own record speaks of approvals too, of a child whom its own form brings into care.
call kith.put_into('kith.bring_in(uuid, uuid, date, boolean)', $$unnest(array['notice',$$, $$unnest(array['approval', 'notice',$$);

-- An approval asked before the home is there hangs on the time in care. Whoever brought the child into care wrote that, and not what
-- is to be approved: they may answer.
call kith.put_into('kith.may_answer(uuid, uuid, text, uuid)',
  $$  execute format('select exists (select from %I where council = $1 and child = $2 and line = $3 and recorded_by = $4)', r.on_table)
    into own using here(), whom, r.on_line, me();$$,
  $$  own := false;
  if r.on_table <> 'care_period' then
    execute format('select exists (select from %I where council = $1 and child = $2 and line = $3 and recorded_by = $4)', r.on_table)
      into own using here(), whom, r.on_line, me();
  end if;$$);
