-- Who of an organisation is let in to a child is told to whoever sees who the child is, those too who see the whole council and stand in no
-- relation to the child: they read that nobody was.
create policy wide_let_in on kith.standing_relation for select to kith_wide using (council = (select kith.here())
  and reason = 'agreement with another organisation' and child is not null and kith.may(child, 'see', 'header'));
