-- How often records are opened in an emergency by somebody who does not see them, month by month, in numbers alone: for the director and administrators (decision 0244).
create function kith.emergencies_by_month(since date, until date) returns table (month date, times int, people int, children int, in_care int)
language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (select here() as council where i_am('director') or i_am('administrator')),
  months as (select m::date as month, least((m + interval '1 month')::date - 1, emergencies_by_month.until) as last
    from generate_series(date_trunc('month', emergencies_by_month.since), emergencies_by_month.until::timestamp, interval '1 month') m),
  kept as materialized (select kept_from_me() as child)
  select m.month, count(u.id)::int, count(distinct u.person)::int, count(distinct u.child)::int,
    (select count(distinct p.child)::int from care_period_current p where p.council = a.council and coalesce(p.began, p.began_by) <= m.last
      and (p.ended is null or p.ended > m.last) and p.child not in (select child from kept))
  from asker a cross join months m left join break_glass_use u on u.council = a.council
    and (date_trunc('month', u.recorded at time zone 'Europe/London'))::date = m.month and u.child not in (select child from kept)
  group by a.council, m.month, m.last order by m.month desc $$;
revoke all on function kith.emergencies_by_month(date, date) from public;
alter function kith.emergencies_by_month(date, date) owner to kith_rules;
grant execute on function kith.emergencies_by_month(date, date) to kith_caseload, kith_wide;
