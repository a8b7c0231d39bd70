-- What becomes of an agent's conversations when he goes offline on purpose. A node from before writes neither column, and hands them back.
alter table site_routing add column when_offline varchar(10) not null default 'queue' check (when_offline in ('queue', 'keep', 'give'));

-- Since when he has been offline; null where he is not, or chose it on a node from before.
alter table agent add column offline_at timestamp with time zone;
