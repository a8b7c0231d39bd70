-- Agents who are logged in: SHA-256 of a 256-bit random token in the browser's cookie, so that a restart of the server
-- logs nobody out.
create table log_in (
    token_hash varchar(64) primary key,
    agent_id   bigint  not null references agent (id),
    stamp      integer not null,
    expires_at timestamp with time zone not null
);
create index log_in_agent on log_in (agent_id);
