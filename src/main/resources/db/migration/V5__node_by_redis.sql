-- Whether a node hears and is heard by way of Redis. Nodes from before this column are not: they are told through the store.
alter table node add column by_redis boolean default false not null;
