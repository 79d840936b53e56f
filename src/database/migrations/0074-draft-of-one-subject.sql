-- A draft stays of the form, the child and the thing that it was begun for, and so does what is kept beside it.

-- Later saves held the child alone: the words of one form could be saved over those of another of its author's, and the list of
-- unfinished writing led with them to the wrong form. Who owns it and who may call it stay as they are.
create or replace function kith.write_draft(which uuid, of_form text, of_child uuid, is_about uuid, beside uuid, saves int, words bytea, wrapped_key bytea)
returns void language plpgsql volatile security definer set search_path = kith, pg_temp as $$
begin
  if of_child is not null and not may(of_child, 'see', 'header') then raise insufficient_privilege using message = 'not a child of the asker'; end if;
  if beside is not null and not exists (select from draft d where d.council = here() and d.id = beside and d.author = me()
    and (d.form, d.child, d.about) is not distinct from (of_form, of_child, is_about)) then
    raise insufficient_privilege using message = 'beside a draft of something else';
  end if;
  if saves = 1 then
    insert into word_key (council, record, child, wrapped) values (here(), which, of_child, wrapped_key);
    insert into draft (council, id, author, form, child, about, said, sibling_of) values (here(), which, me(), of_form, of_child, is_about, words, beside);
  else
    update draft set said = words, revision = saves, saved = now()
      where council = here() and id = which and author = me() and ended is null and revision = saves - 1
        and (form, child, about) is not distinct from (of_form, of_child, is_about);
    if not found then raise insufficient_privilege using message = 'not the draft that was read'; end if;
  end if;
end $$;
