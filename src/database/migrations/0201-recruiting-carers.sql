-- Recruiting carers: a campaign with what it looks for and carers' part in it, what was counted on a day, and the homes that came of it
-- (decision 0220). Of no child; read by those who work with homes across children, written by those who place and who supervise carers.

-- Words: what it is called; why, and why there; what carers do in it; what was learned, once it is over.
create table kith.recruitment_campaign (like door.home_shape including defaults including constraints,
  looks_for text not null check (looks_for in ('under 5', '5 to 10', '11 to 17', 'brothers and sisters', 'children with disabilities', 'parent and child', 'anybody')),
  area    text check (area ~ '^[A-Z]{1,2}[0-9][0-9A-Z]?( [0-9])?$'),  -- the first half of a postcode, or a sector; null: the whole council
  began   date not null,
  ends    date,                                                  -- the last day; null: none is set
  homes   int not null check (homes between 1 and 500),          -- how many it is to bring
  cost    int check (cost between 0 and 10000000),               -- whole pounds, all in all; null: not known
  constraint ends_after_it_begins check (ends >= began)
);
call kith.make_home_record('kith.recruitment_campaign');

-- Since it began, as somebody counted on a day. Words: what people said.
create table kith.campaign_count (like door.home_shape including defaults including constraints,
  campaign     uuid not null,
  counted      date not null,
  enquiries    int not null check (enquiries between 0 and 100000),
  visits       int not null check (visits between 0 and 100000),
  applications int not null check (applications between 0 and 100000),
  withdrawn    int not null check (withdrawn between 0 and 100000),
  foreign key (council, campaign) references kith.recruitment_campaign (council, id),
  constraint of_those_who_asked check (visits <= enquiries and applications <= enquiries and withdrawn <= enquiries)
);
call kith.make_home_record('kith.campaign_count');
create index on kith.campaign_count (council, campaign);

-- A home of the list whose carers came through the campaign. No words.
create table kith.campaign_home (like door.home_shape including defaults including constraints,
  campaign  uuid not null,
  household uuid not null,
  foreign key (council, campaign) references kith.recruitment_campaign (council, id),
  foreign key (council, household) references kith.household (council, id)
);
call kith.make_home_record('kith.campaign_home');
create index on kith.campaign_home (council, campaign);
create index on kith.campaign_home (council, household);
