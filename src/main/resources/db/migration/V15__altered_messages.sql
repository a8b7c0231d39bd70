-- What is said afterwards of a message: of_seq names it in the entry that says it, altered_at stands in the message's own row, whose text is
-- always the present one. Of a message that was removed there is neither text nor files any more.
alter table entry add column of_seq bigint;
alter table entry add column altered_at timestamp with time zone;
