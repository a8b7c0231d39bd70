-- A kind of entry may have a longer name: transferred.
alter table entry alter column kind set data type varchar(20);
