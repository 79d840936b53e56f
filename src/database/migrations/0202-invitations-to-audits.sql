-- An audit is done with the worker: who audits asks them (and a manager) to a time, and they answer (decision 0221). Whoever is asked reads it
-- as they read the audit; nobody is sent a message. Words of an invitation: what it is about. Of an answer: the reason.

create table kith.audit_invitation (like door.record_shape including defaults including constraints,
  audit uuid not null,
  worker uuid not null,
  part text not null check (part in ('worker', 'manager')),
  invited date not null,                                         -- the day on which they were asked to this time
  meets date not null,
  begins timestamptz,
  how text not null check (how in ('in person', 'by video', 'by telephone', 'partly in person')),
  constraint asked_to_a_day_ahead check (meets >= invited),
  foreign key (council, worker) references kith.worker
);
call kith.make_record('kith.audit_invitation', 'audit');
call kith.follow('kith.audit_invitation', 'audit', 'kith.practice_audit');
create trigger one_standing after insert on kith.audit_invitation for each row execute function kith.one_standing('audit', 'worker');
create index on kith.audit_invitation (council, worker);

create table kith.audit_invitation_answer (like door.record_shape including defaults including constraints,
  invitation uuid not null,
  asked uuid not null,                                           -- the version that was answered: an answer to an earlier time is none to a later one
  answer text not null check (answer in ('comes', 'another time', 'does not come')),
  answered date not null,
  instead date,                                                  -- a day that would do
  constraint a_reason_is_given check (answer = 'comes' or said is not null),
  constraint another_day_for_another_time check (instead is null or answer = 'another time')
);
call kith.make_record('kith.audit_invitation_answer', 'audit');
call kith.follow('kith.audit_invitation_answer', 'invitation', 'kith.audit_invitation');
alter table kith.audit_invitation_answer add constraint answers_a_version_of_the_line
  foreign key (council, child, invitation, asked) references kith.audit_invitation (council, child, line, id);
create trigger one_standing after insert on kith.audit_invitation_answer for each row execute function kith.one_standing('invitation');

-- Nobody answers for somebody else, whatever they may write.
create function kith.is_asked(whom uuid, invitation_line uuid) returns boolean language sql stable security definer set search_path = kith, pg_temp as $$
  select exists (select from audit_invitation_current i where i.council = here() and i.child = whom and i.line = invitation_line and i.worker = me()) $$;
revoke all on function kith.is_asked(uuid, uuid) from public;
alter function kith.is_asked(uuid, uuid) owner to kith_rules;
grant execute on function kith.is_asked(uuid, uuid) to kith_caseload, kith_wide;
call kith.only_writes('kith.audit_invitation_answer', 'kith.may(child, ''see'', ''audit'') and kith.is_asked(child, invitation)');

-- Two numbers that a council may choose: by when an invitation is answered, and when a late audit rises once more.
do $switches$
declare
  stands text := (select pg_get_constraintdef(oid) from pg_constraint where conrelid = 'kith.rule_choice'::regclass and conname = 'rule_choice_switch_check');
begin
  alter table kith.rule_choice drop constraint rule_choice_switch_check;
  execute 'alter table kith.rule_choice add constraint rule_choice_switch_check '
    || replace(stands, '''auditModerated''::text', '''auditModerated''::text, ''auditAnswered''::text, ''auditRises''::text');
end $switches$;
