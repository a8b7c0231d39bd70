-- What an agent's message offers its visitor to answer with one press: one choice in a line, null for none. A node from before neither writes nor reads it.
alter table entry add column choices varchar(300);
-- The same of what may still be taken back, and of what agents use again.
alter table held_message add column choices varchar(300);
alter table answer add column choices varchar(300);
