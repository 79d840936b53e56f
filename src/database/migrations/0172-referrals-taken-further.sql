-- A referral that does not move is taken further, as often as it needs: each time a row of its own, with what was asked and what came
-- back. The one time that a referral could hold until now stays where it was written. Decision 0188.
create table kith.referral_step (like door.record_shape including defaults including constraints,
  referral uuid not null,
  taken date not null,
  to_whom text not null check (to_whom in ('whoever leads that service', 'health team', 'who buys it for our area', 'who buys it for another area', 'our own managers', 'somebody else')),
  answer_by date,                                                -- the day by which an answer was asked for, or promised
  answer text check (answer in ('it moves', 'a day is promised', 'somebody else decides', 'it does not move')),
  answered date,
  constraint answered_on_a_day check ((answer is null) = (answered is null)),
  constraint answered_after_it_was_taken check (answered >= taken),
  constraint answer_asked_for_afterwards check (answer_by >= taken)
);
call kith.make_record('kith.referral_step', 'health');
call kith.follow('kith.referral_step', 'referral', 'kith.health_referral');
