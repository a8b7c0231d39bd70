-- Whether a site tells agents by mail of what they have not read, and after how many minutes; one without a row does not. No foreign keys in these
-- tables: a node from before deletes a site without knowing of them.
create table site_reminder (
    site_id bigint  primary key,
    sends   boolean not null,
    minutes integer not null
);

-- Mails to agents. Not in the table of those to visitors: a node from before would send the conversation itself to whom it finds there.
-- seen: up to where agents had read then. While they have read no further, he was told; so a row stays until they have. next_at is null once the
-- mail is with the mail server or was given up; its address is gone then.
create table agent_mail (
    id              varchar(40) primary key,
    conversation_id bigint      not null,
    agent_id        bigint      not null,
    seen            bigint      not null,
    address         varchar(254),
    language        varchar(10) not null,
    ordered_at      timestamp with time zone not null,
    tries           integer     not null,
    next_at         timestamp with time zone,
    unique (conversation_id, agent_id, seen)
);
create index agent_mail_next on agent_mail (next_at);
create index agent_mail_agent on agent_mail (agent_id, ordered_at);
create index agent_mail_ordered on agent_mail (ordered_at);

-- What was spoken where he logged in last; null where that was on a node from before, which leaves it as it is.
alter table agent add column language varchar(10);
