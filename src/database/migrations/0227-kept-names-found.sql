-- Each search asks for names and birth dates that are kept from some people: few, among every name of the council (80,000 rows read for
-- them took two thirds of a search). By what search asks: the index of 0096 knows nothing of a decision.
create index child_name_kept on kith.child_name (council) where audience is not null or must_not_know is not null or audience_decision is not null;
create index birth_claim_kept on kith.birth_claim (council) where audience is not null or must_not_know is not null or audience_decision is not null;
