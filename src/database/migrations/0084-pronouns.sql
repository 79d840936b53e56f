-- Pronouns stand among what a child is called: words of their own, dated, corrected and taken back as a name is (decision 0121).
alter table kith.child_name drop constraint child_name_kind_check;
alter table kith.child_name add constraint child_name_kind_check check (kind in ('given', 'family', 'known as', 'pronouns'));
