-- How an agent likes his console, one row for each thing he chose: it is the same on every device of his.
create table preference (
    agent_id bigint        not null references agent (id),
    name     varchar(40)   not null,
    choice   varchar(2000) not null,
    primary key (agent_id, name)
);
