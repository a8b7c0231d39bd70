-- The agents in a conversation beside its owner: their ids with commas, null for none. A node from before neither reads nor writes it.
alter table conversation add column joined varchar(200);
