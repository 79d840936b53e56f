-- Documents: files of a child's record. The bytes stand in pieces beside the record, encrypted under the key of their file.

-- What a document is: its words (title, from whom, caption) are encrypted; who may know is held for the whole line.
create table kith.document (like door.record_shape including defaults including constraints,
  kind      text not null check (kind in ('report', 'letter', 'photograph', 'drawing', 'certificate', 'court document', 'plan', 'other')),
  made      date,                                                       -- null: not known
  from_whom text not null check (from_whom in ('child', 'parent', 'carer', 'family or friend', 'school', 'health', 'court', 'police', 'legal adviser', 'our council', 'another council', 'somebody else', 'not known')),
  terms     text not null check (terms in ('own', 'filed in proceedings', 'legal advice', 'police', 'in confidence', 'about a third party')),
  kept_for_child   boolean not null default false,
  audience         text[],
  must_not_know    uuid[],
  audience_because text check (audience_because in ('court order', 'terms of the source', 'legal advice', 'safety of the child', 'wish of the child', 'safety of somebody else')),
  constraint an_audience_has_its_reason check ((audience is null and must_not_know is null) = (audience_because is null))
);
call kith.make_record('kith.document', 'documents', null, true);

-- One file of a document: a newer one replaces it, the old stays. Its words are its name and the hash of its bytes.
create table kith.document_file (like door.record_shape including defaults including constraints,
  document uuid not null,
  type     text not null check (type ~ '^[a-z]+/[a-z0-9.+-]+$'),
  size     int not null check (size >= 0),
  pieces   int not null check (pieces >= 0),
  constraint a_file_is_replaced check (change in ('first', 'change')),
  unique (council, child, document, id)
);
call kith.make_record('kith.document_file', 'documents');
create unique index document_file_one_line on kith.document_file (council, child, document) where supersedes is null;
alter table kith.document_file add foreign key (council, child, document) references kith.document (council, child, id);

create table kith.document_piece (
  council     smallint not null references door.council,
  file        uuid not null,
  number      int not null check (number >= 0),
  child       uuid not null,
  document    uuid not null,
  sealed      bytea not null,
  recorded_by uuid not null,
  primary key (council, file, number),
  foreign key (council, child) references kith.child,
  foreign key (council, child, document, file) references kith.document_file (council, child, document, id)
);
alter table kith.document_piece alter column sealed set storage external;  -- encrypted bytes do not compress
call kith.wall('kith.document_piece', 'documents');
grant insert (council, file, number, child, document, sealed, recorded_by) on kith.document_piece to kith_caseload, kith_wide, kith_service;

-- No file without all its bytes: asked when the transaction ends. A piece belongs to the count that its file tells, so
-- that none can be added later.
create function kith.keep_document_file() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if (select count(*) from document_piece p where p.council = new.council and p.file = new.id) <> new.pieces then
    raise check_violation using message = 'a file has all its pieces', constraint = 'a_file_has_all_its_pieces';
  end if;
  return null;
end $$;
create function kith.keep_document_piece() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
begin
  if new.number >= (select f.pieces from document_file f where f.council = new.council and f.id = new.file) then
    raise check_violation using message = 'a file has all its pieces', constraint = 'a_file_has_all_its_pieces';
  end if;
  return null;
end $$;
alter function kith.keep_document_file() owner to kith_rules;
alter function kith.keep_document_piece() owner to kith_rules;
create constraint trigger keep after insert on kith.document_file deferrable initially deferred for each row execute function kith.keep_document_file();
create trigger keep after insert on kith.document_piece for each row execute function kith.keep_document_piece();

-- Who may know holds for the line: for older versions, for files and for every byte of them.
create index document_with_audience on kith.document (council) where audience is not null or must_not_know is not null;
create function kith.unheard_documents(everywhere boolean) returns setof uuid language sql stable security definer set search_path = kith, pg_temp as $$
  with asker as materialized (select here() as council, me() as person),
  mine as materialized (
    select v.child, v.relation from asker join visible_child v on v.council = asker.council and v.person = asker.person
    where v.since <= now() and v.until > now()),
  guarded as materialized (
    select d.line, d.child, d.audience, d.must_not_know from asker join document d on d.council = asker.council
    where (d.audience is not null or d.must_not_know is not null) and (everywhere or d.child in (select m.child from mine m))
      and (select true from document n where n.council = d.council and n.supersedes = d.id) is null),
  heard as (
    select g.line from guarded g cross join lateral unnest(g.audience) r (relation) join mine m on m.child = g.child and m.relation = r.relation
    union all
    select g.line from asker join sees_council s on s.council = asker.council and s.person = asker.person and s.since <= now() and s.until > now()
      join guarded g on s.relation = any (g.audience) where g.child not in (select kept_from_me()))
  select g.line from guarded g, asker
  where asker.person = any (g.must_not_know) or (g.audience is not null and g.line not in (select h.line from heard h)) $$;
alter function kith.unheard_documents(boolean) owner to kith_rules;
grant execute on function kith.unheard_documents(boolean) to kith_caseload, kith_wide;
do $heard$
declare
  t record;
begin
  for t in select * from (values ('document', 'line'), ('document_file', 'document'), ('document_piece', 'document')) as x (name, col) loop
    execute format('create policy caseload_heard on kith.%I as restrictive for select to kith_caseload using (%I not in (select kith.unheard_documents(false)))', t.name, t.col);
    execute format('create policy wide_heard on kith.%I as restrictive for select to kith_wide using (%I not in (select kith.unheard_documents(true)))', t.name, t.col);
  end loop;
end $heard$;
