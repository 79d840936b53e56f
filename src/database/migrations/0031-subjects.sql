-- Signing in at the council's own provider: sign-ins under way, whose account is whose, and which parts a claim gives.

-- SIGN-INS UNDER WAY: deleted when they come back, or after ten minutes. The cookie's secret is kept as a SHA-256.
create table door.signing_in (
  id       bytea primary key check (length(id) = 32),
  council  smallint not null references door.council,
  state    text not null,
  nonce    text not null,
  verifier text not null,
  back_to  text not null check (back_to ~ '^/'),
  began    timestamptz not null default now()
);
comment on table door.signing_in is 'SIGN-INS UNDER WAY: deleted; reached only through named functions';

-- Whose account at a provider is whose. Ended by deleting; the access log keeps who linked and who ended.
create table door.subject (
  council smallint not null references door.council,
  issuer  text not null check (issuer ~ '^https?://'),
  subject text not null check (subject <> ''),
  person  uuid not null,
  how     text not null check (how in ('linked', 'matched')),
  linked  timestamptz not null default now(),
  primary key (council, issuer, subject),
  constraint one_account_of_a_provider_each unique (council, issuer, person),
  foreign key (council, person) references kith.worker
);
comment on table door.subject is 'SUBJECTS: added and deleted; reached only through named functions';

-- SETTINGS of a council: the claim that names a worker by their code, once; and the parts that claims give.
create table door.matching_claim (
  council smallint not null references door.council,
  issuer  text not null,
  claim   text not null check (claim ~ '^[A-Za-z0-9_:./-]{1,100}$'),
  primary key (council, issuer)
);
create table door.part_by_claim (
  council  smallint not null references door.council,
  issuer   text not null,
  claim    text not null check (claim ~ '^[A-Za-z0-9_:./-]{1,100}$'),
  value    text not null check (value <> ''),
  relation text not null references reference.relation,
  primary key (council, issuer, claim, value, relation),
  constraint whole_council_only check (relation in ('out-of-hours', 'director', 'analyst', 'quality-lead', 'administrator', 'member'))
);
comment on table door.matching_claim is 'SETTINGS: overwritten; reached only through named functions';
comment on table door.part_by_claim is 'SETTINGS: overwritten; reached only through named functions';
-- Which lines of kith.standing_relation came from a claim: these alone end when the claim is gone.
create table door.part_claimed (
  council smallint not null references door.council,
  line    uuid not null,
  person  uuid not null,
  issuer  text not null,
  primary key (council, line)
);
comment on table door.part_claimed is 'DERIVED from sign-ins: added to; reached only through named functions';

grant select, insert, delete on door.signing_in, door.subject, door.matching_claim, door.part_by_claim to kith_rules;
grant select, insert on door.part_claimed to kith_rules;
grant insert (council, id, line, supersedes, person, relation, since, until, retracted, reason, recorded_by) on kith.standing_relation to kith_rules;

create function door.begin_signing_in(hashed bytea, in_council smallint, checks jsonb, then_to text) returns void language plpgsql security definer set search_path = door, pg_temp as $$
begin
  delete from signing_in where began < now() - interval '10 minutes';
  insert into signing_in (id, council, state, nonce, verifier, back_to)
    values (hashed, in_council, checks ->> 'state', checks ->> 'nonce', checks ->> 'verifier', then_to);
end $$;
-- Given once: whoever comes with it a second time finds nothing.
create function door.take_signing_in(hashed bytea, in_council smallint) returns table (state text, nonce text, verifier text, back_to text)
language sql volatile security definer set search_path = door, pg_temp as $$
  delete from signing_in s where s.id = hashed and s.council = in_council and s.began >= now() - interval '10 minutes'
  returning s.state, s.nonce, s.verifier, s.back_to $$;

-- An administrator says whose account this is.
create function door.link_subject(of_issuer text, of_subject text, to_person uuid) returns text language plpgsql security definer set search_path = door, pg_temp as $$
begin
  if not exists (select from kith.worker w where w.council = kith.here() and w.id = to_person)
     or exists (select from service_worker s where s.council = kith.here() and s.person = to_person) then return 'no such worker'; end if;
  if exists (select from subject s where s.council = kith.here() and s.issuer = of_issuer and s.subject = of_subject) then return 'account linked already'; end if;
  if exists (select from subject s where s.council = kith.here() and s.issuer = of_issuer and s.person = to_person) then return 'worker linked already'; end if;
  insert into subject (council, issuer, subject, person, how) values (kith.here(), of_issuer, of_subject, to_person, 'linked');
  insert into kith.access_entry (council, person, what, subject) values (kith.here(), kith.me(), 'linked an account', jsonb_build_object('worker', to_person));
  return 'linked';
end $$;
-- The account opens nothing any more, and what it had opened is closed.
create function door.unlink_subject(of_issuer text, of_person uuid) returns boolean language plpgsql security definer set search_path = door, pg_temp as $$
begin
  delete from subject s where s.council = kith.here() and s.issuer = of_issuer and s.person = of_person;
  if not found then return false; end if;
  insert into kith.access_entry (council, person, what, subject) values (kith.here(), kith.me(), 'unlinked an account', jsonb_build_object('worker', of_person));
  perform end_sessions(kith.here(), of_person);
  return true;
end $$;
create function door.linked_people(of_issuer text) returns table (person uuid, how text, linked timestamptz) language sql stable security definer set search_path = door, pg_temp as $$
  select s.person, s.how, s.linked from subject s where s.council = kith.here() and s.issuer = of_issuer order by s.linked, s.person $$;
create function door.set_matching_claim(of_issuer text, new_claim text) returns void language plpgsql security definer set search_path = door, pg_temp as $$
begin
  delete from matching_claim m where m.council = kith.here() and m.issuer = of_issuer;
  if new_claim is not null then insert into matching_claim (council, issuer, claim) values (kith.here(), of_issuer, new_claim); end if;
  insert into kith.access_entry (council, person, what, subject) values (kith.here(), kith.me(), 'set the claim that names a worker', jsonb_build_object('claim', new_claim));
end $$;
create function door.set_part_by_claim(of_issuer text, new_claim text, new_value text, new_relation text, given boolean) returns void language plpgsql security definer set search_path = door, pg_temp as $$
begin
  delete from part_by_claim p where p.council = kith.here() and p.issuer = of_issuer and p.claim = new_claim and p.value = new_value and p.relation = new_relation;
  if given then insert into part_by_claim (council, issuer, claim, value, relation) values (kith.here(), of_issuer, new_claim, new_value, new_relation); end if;
  insert into kith.access_entry (council, person, what, subject) values (kith.here(), kith.me(), 'set the part that a claim gives',
    jsonb_build_object('claim', new_claim, 'relation', new_relation, 'given', given));
end $$;

-- Who this account is here; null: nobody. A worker is matched by their code once, by a claim that the council names;
-- an address of electronic mail counts only where the provider says that it was verified.
create function door.person_of_subject(in_council smallint, of_issuer text, of_subject text, claims jsonb) returns uuid language plpgsql security definer set search_path = door, pg_temp as $$
declare
  known uuid;
  claimed text;
  given text;
begin
  select s.person into known from subject s where s.council = in_council and s.issuer = of_issuer and s.subject = of_subject;
  if known is not null then return known; end if;
  select m.claim into claimed from matching_claim m where m.council = in_council and m.issuer = of_issuer;
  if claimed is null or claimed = 'email' and claims -> 'email_verified' is distinct from 'true'::jsonb then return null; end if;
  if jsonb_typeof(claims -> claimed) is distinct from 'string' then return null; end if;
  given := claims ->> claimed;
  select w.id into known from kith.worker w
    where w.council = in_council and w.code = given
      and not exists (select from service_worker s where s.council = in_council and s.person = w.id)
      and not exists (select from subject s where s.council = in_council and s.issuer = of_issuer and s.person = w.id);
  if known is null then return null; end if;
  insert into subject (council, issuer, subject, person, how) values (in_council, of_issuer, of_subject, known, 'matched');
  insert into kith.access_entry (council, person, what) values (in_council, known, 'was matched to an account');
  return known;
end $$;

-- Parts that claims give hold as long as a session may last, and end when somebody signs in without the claim.
create function door.take_claimed_parts(in_council smallint, of_issuer text, of_person uuid, claims jsonb, longest interval) returns void language plpgsql security definer set search_path = door, pg_temp as $$
declare
  one record;
  made uuid;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_person::text, in_council));
  for one in
    with wanted as (
      select distinct p.relation from part_by_claim p where p.council = in_council and p.issuer = of_issuer
        and (claims -> p.claim = to_jsonb(p.value) or jsonb_typeof(claims -> p.claim) = 'array' and claims -> p.claim ? p.value)),
    stands as (
      select r.* from part_claimed c join kith.standing_relation r on r.council = c.council and r.line = c.line
      where c.council = in_council and c.person = of_person and c.issuer = of_issuer and not r.retracted and r.until > now()
        and not exists (select from kith.standing_relation n where n.council = r.council and n.supersedes = r.id))
    select coalesce(w.relation, s.relation) as relation, s.id, s.line, s.since, w.relation is not null as given
    from wanted w full join stands s on s.relation = w.relation order by 1
  loop
    made := kith.new_id();
    if one.id is null then insert into part_claimed (council, line, person, issuer) values (in_council, made, of_person, of_issuer); end if;
    insert into kith.standing_relation (council, id, line, supersedes, person, relation, since, until, retracted, reason, recorded_by)
      values (in_council, made, coalesce(one.line, made), one.id, of_person, one.relation, coalesce(one.since, now()),
              case when one.given then now() + longest else greatest(now(), one.since + interval '1 microsecond') end, false, 'role', of_person);
  end loop;
end $$;

-- Whom to ask: told to somebody whom the provider knows and the council does not.
create function door.administrators(in_council smallint) returns table (name text) language sql stable security definer set search_path = door, pg_temp as $$
  select coalesce(w.name, w.code) from kith.sees_council s join kith.worker w on w.council = s.council and w.id = s.person
  where s.council = in_council and s.relation = 'administrator' and s.since <= now() and s.until > now() order by 1 limit 3 $$;

do $own$
declare
  f text;
begin
  foreach f in array array['begin_signing_in(bytea, smallint, jsonb, text)', 'take_signing_in(bytea, smallint)', 'person_of_subject(smallint, text, text, jsonb)',
                           'take_claimed_parts(smallint, text, uuid, jsonb, interval)', 'administrators(smallint)'] loop
    execute format('alter function door.%s owner to kith_rules', f);
    execute format('grant execute on function door.%s to kith_app', f);
  end loop;
  foreach f in array array['link_subject(text, text, uuid)', 'unlink_subject(text, uuid)', 'linked_people(text)', 'set_matching_claim(text, text)',
                           'set_part_by_claim(text, text, text, text, boolean)'] loop
    execute format('alter function door.%s owner to kith_rules', f);
    execute format('grant execute on function door.%s to kith_service', f);
  end loop;
end $own$;
