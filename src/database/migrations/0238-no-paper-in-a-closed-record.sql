-- A record that takes no more writing takes no answer on paper either: its pages do not offer what the table would refuse.
call kith.put_into('kith.may_write_paper(uuid, uuid, uuid, uuid)', 'return i_stand_as(whom,', 'return not exists (select from closed_child c where c.council = here() and c.child = whom) and i_stand_as(whom,');
call kith.put_into('kith.may_write_plan_paper(uuid, uuid, uuid)', 'select i_stand_as(whom,', 'select not exists (select from closed_child c where c.council = here() and c.child = whom) and i_stand_as(whom,');
