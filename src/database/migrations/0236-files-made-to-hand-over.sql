-- One's own file as it goes out: which decisions it holds, how much of the record that is, whom it is for and why (decision 0249). It is
-- not made while anything is undecided, and it never changes: one that is made later is another.

-- Words: whom it is for, and why.
create table kith.file_made (like door.record_shape including defaults including constraints,
  request   uuid not null,                                              -- the line of kith.file_request
  made      date not null,
  decided   uuid[] not null,                                            -- the versions of decisions that it holds
  out_whole int not null check (out_whole >= 0),
  struck    int not null check (struck >= 0),
  kept_back int not null check (kept_back >= 0),
  drafts    int not null check (drafts >= 0),                           -- unfinished writing of others, which nobody read
  left_out  text[] not null default '{}' check (left_out <@ array['other people', 'serious harm', 'health not asked', 'legal advice', 'crime or court', 'adoption']),
  constraint each_decision_counted check (cardinality(decided) = out_whole + struck + kept_back and (struck + kept_back = 0) = (cardinality(left_out) = 0)),
  constraint made_or_taken_back check (change in ('first', 'retraction'))
);
call kith.make_record('kith.file_made', 'documents');
call kith.follow('kith.file_made', 'request', 'kith.file_request');
call kith.only_writes('kith.file_made', $$kith.may(child, 'takeOut', 'documents')$$);
call kith.only_handers_read('kith.file_made', 'true');

create function kith.keep_file_made() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  if not exists (select from file_request r where r.council = new.council and r.line = new.request and r.change <> 'retraction' and r.outcome is null
      and not exists (select from file_request n where n.council = r.council and n.supersedes = r.id)) then
    raise check_violation using message = 'the request is answered', constraint = 'made_before_it_is_handed_over';
  end if;
  if new.change = 'retraction' then return null; end if;
  -- Nobody of a council asks where the owner of the database writes.
  if coalesce(current_setting('app.council', true), '') <> '' and (select count(*) filter (where not a.decided) > 0 or count(*) <> cardinality(new.decided) from file_all(new.child, new.request) a) then
    raise check_violation using message = 'something is undecided', constraint = 'made_once_all_is_decided';
  end if;
  if exists (select from unnest(new.decided) u where not exists (select from file_decision d where d.council = new.council and d.id = u
      and d.request = new.request and d.change <> 'retraction' and not exists (select from file_decision n where n.council = d.council and n.supersedes = d.id))) then
    raise check_violation using message = 'a decision that does not stand', constraint = 'made_of_what_is_decided';
  end if;
  return null;
end $$;
alter function kith.keep_file_made() owner to kith_rules;
create trigger keeps after insert on kith.file_made for each row execute function kith.keep_file_made();
