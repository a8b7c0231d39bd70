-- What an edited message said before: in the entry that says it was edited, for agents alone. The text of that entry, as that of the message's own
-- row, is always the present one.
alter table entry add column was varchar(4000);
