-- Browsers in which agents want to be told while no console of theirs is open. The key is the hash of the endpoint, which is as good as a secret.
-- log_in: of the log-in by which it was switched on or a console was opened last; stamp: what the agent's was then, another one ends it.
create table push_subscription (
    endpoint_hash varchar(64)   primary key,
    agent_id      bigint        not null references agent (id) on delete cascade,
    endpoint      varchar(1000) not null,
    p256dh        varchar(100)  not null,
    auth          varchar(40)   not null,
    log_in        varchar(100)  not null,
    stamp         integer       not null,
    language      varchar(10)   not null,
    seen_at       timestamp with time zone not null
);
create index push_subscription_agent on push_subscription (agent_id);
create index push_subscription_log_in on push_subscription (log_in);

-- The one pair of keys by which push services know this house (RFC 8292); whoever inserts first decides it for all nodes.
create table push_key (
    id          integer      primary key,
    public_key  varchar(100) not null,
    private_key varchar(100) not null
);
