-- Days at school are counted once, and terms of one school do not overlap, whoever writes and at which moment: what only the forms
-- refused, the tables refuse. What overlapped before stands, and is said on the page where it is (decision 0228).

-- One child at a time; where they were at two schools on the days that are in both rows, each school may say its own, as on the form.
create function kith.attended_days_counted_once() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.change = 'retraction' then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  if exists (select from attendance r where r.council = new.council and r.child = new.child and r.line <> new.line and r.change <> 'retraction'
      and r.since <= new.last and new.since <= r.last
      and not exists (select from attendance n where n.council = r.council and n.supersedes = r.id)
      and (select count(distinct p.school) from school_place p where p.council = new.council and p.child = new.child and p.change <> 'retraction'
        and p.during && daterange(greatest(r.since, new.since), least(r.last, new.last), '[]')
        and not exists (select from school_place n where n.council = p.council and n.supersedes = p.id)) < 2) then
    raise exclusion_violation using message = 'some of these days are counted already', constraint = 'attended_days_counted_once';
  end if;
  return null;
end $$;
alter function kith.attended_days_counted_once() owner to kith_rules;
create trigger attended_days_counted_once after insert on kith.attendance for each row execute function kith.attended_days_counted_once();

create function kith.terms_of_one_school_apart() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.retracted then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended('terms of ' || new.school::text, new.council));
  if exists (select from school_term t where t.council = new.council and t.school = new.school and t.id <> new.id and not t.retracted
      and t.first_day <= new.last_day and new.first_day <= t.last_day
      and not exists (select from school_term n where n.council = t.council and n.supersedes = t.id)) then
    raise exclusion_violation using message = 'this school has another term for some of those days', constraint = 'terms_of_one_school_apart';
  end if;
  return null;
end $$;
alter function kith.terms_of_one_school_apart() owner to kith_rules;
create trigger terms_of_one_school_apart after insert on kith.school_term for each row execute function kith.terms_of_one_school_apart();
