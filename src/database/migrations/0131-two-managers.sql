-- One stands for what the columns named in the trigger say together: of a review, one answer of each manager, so that a second one can
-- say that they do not agree.
create or replace function kith.one_standing() returns trigger language plpgsql security definer set search_path = kith, pg_temp as $$
declare
  taken boolean;
  same constant text := (select string_agg(format('r.%1$I = ($1).%1$I', c), ' and ') from unnest(tg_argv) c);
begin
  if new.change = 'retraction' then return null; end if;
  perform pg_advisory_xact_lock(hashtextextended(new.child::text, new.council));
  execute format('select exists (select from %1$s r where r.council = ($1).council and r.child = ($1).child and %2$s and r.line <> ($1).line
    and r.change <> ''retraction'' and not exists (select from %1$s n where n.council = r.council and n.supersedes = r.id))', tg_relid::regclass, same)
    into taken using new;
  if taken then raise unique_violation using message = 'one stands already', constraint = 'one_standing_' || tg_table_name; end if;
  return null;
end $$;
drop trigger one_standing on kith.review_answer;
create trigger one_standing after insert on kith.review_answer for each row execute function kith.one_standing('review', 'answered_by');
