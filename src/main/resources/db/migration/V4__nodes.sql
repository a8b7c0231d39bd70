-- Who runs on this store. A node alone writes nothing but its own beat.
create table node (
    id         varchar(32) primary key,
    started_at timestamp with time zone not null,
    beat_at    timestamp with time zone not null
);

-- What a node tells the others. Each lane of a node is written by one thread, one transaction after the other, so numbers become visible in
-- their order and a reader's mark never jumps over a row that is committed later. Kept for a minute.
create table node_news (
    node_id varchar(32) not null,
    lane    integer     not null,
    number  bigint      not null,
    at      timestamp with time zone not null,
    told    varchar     not null,
    primary key (node_id, lane, number)
);

-- Which agents are connected to which node.
create table node_agent (
    node_id  varchar(32) not null,
    agent_id bigint      not null,
    primary key (node_id, agent_id)
);
