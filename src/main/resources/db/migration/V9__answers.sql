-- Texts that agents use again. agent_id: whose own it is, null for those that all share; site_id: the one site a shared one is for, or null.
-- scope says the same in one word, so that a shortcut can be unique in it; null once the answer was removed and can still be brought back.
create sequence answer_ids start with 100 increment by 50;

create table answer (
    id         bigint primary key,
    agent_id   bigint references agent (id),
    site_id    bigint references site (id),
    scope      varchar(30),
    shortcut   varchar(40)   not null,
    title      varchar(100)  not null,
    text       varchar(4000) not null,
    removed_at timestamp with time zone,
    version    integer       not null default 0,
    unique (scope, shortcut)
);
create index answer_agent on answer (agent_id);
create index answer_site on answer (site_id);

-- What an agent types to look for an answer; no row: the usual one.
create table answer_prefix (
    agent_id bigint primary key references agent (id),
    prefix   varchar(2) not null
);
