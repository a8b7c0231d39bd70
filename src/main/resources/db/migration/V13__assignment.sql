-- Who gets the waiting conversations of a site; one without a row leaves them to be picked. No foreign keys: a node from before these tables
-- deletes a site without knowing of them.
create table site_routing (
    site_id bigint      primary key,
    way     varchar(10) not null check (way in ('pick', 'turns', 'load')),
    sticky  boolean     not null
);

-- How many open conversations an agent may be given, and when he was given the last one; one without a row has the defaults.
create table agent_routing (
    agent_id bigint  primary key,
    capacity integer not null,
    given_at timestamp with time zone
);
