-- Who was told of a change in a child's life, and when; or why not. Recipient, how and why not are words.
create table kith.told (like door.record_shape including defaults including constraints,
  recipient text not null check (recipient in ('parent', 'somebody with parental responsibility', 'carer', 'school', 'virtual school',
    'GP', 'health team', 'area authority', 'independent reviewing service', 'Cafcass or court', 'police', 'somebody else')),
  told date,
  not_told text check (not_told in ('not yet', 'not needed', 'not safe', 'could not be reached')),
  about text not null check (about in ('comes into care', 'home', 'order or agreement', 'missing', 'leaves care', 'something else')),
  constraint told_or_why_not check ((told is null) <> (not_told is null))
);
call kith.make_record('kith.told', 'where');
call kith.arriving_writes('kith.told');
