-- Whether the conversation was open when its agent said this: then it is said only while it is. A node from before neither writes nor reads it.
alter table held_message add column for_open boolean default false not null;
