-- What agents have said and may still take back; id is made of who said it and of the ref he gave it. next_at: when it is said, or tried again;
-- null where it was taken back. Then it stays for a while without its words, so that a repeat of it is known. No foreign keys: a node from before must not be stopped by them.
create table held_message (
    id              varchar(100)  primary key,
    agent_id        bigint        not null,
    ref             varchar(64)   not null,
    agent_name      varchar(200)  not null,
    conversation_id bigint        not null,
    visitor_id      bigint        not null,
    text            varchar(4000) not null,
    files           varchar(1000) not null,
    quote           bigint        not null,
    due_at          timestamp with time zone not null,
    next_at         timestamp with time zone,
    tries           integer       not null
);
create index held_message_next on held_message (next_at);
create index held_message_agent on held_message (agent_id);
create index held_message_visitor on held_message (visitor_id);
