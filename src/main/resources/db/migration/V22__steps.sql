-- What is done once the answer was said: what becomes of the conversation, and the ids of labels behind it; null for nothing.
alter table answer add column steps varchar(200);
