-- Cover, duty and out-of-hours report a child missing and do not all write where: they may say that the child is missing
-- tonight, and who was told of it. Decision 0099.
call kith.also_writes('kith.night_place', $$kind = 'missing' and kith.may(child, 'write', 'missing')$$);
call kith.also_writes('kith.told', $$about = 'missing' and kith.may(child, 'write', 'missing')$$);
