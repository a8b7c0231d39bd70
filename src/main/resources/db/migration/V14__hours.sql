-- When somebody is at the desk of a site (JSON); null: always. A node from before this column knows no hours and leaves it as it is.
alter table site add column hours varchar(16000);
