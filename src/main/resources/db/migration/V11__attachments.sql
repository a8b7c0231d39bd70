-- Files that belong to messages. What is said of them travels in the entry, as JSON; nodes from before this column leave it null.
alter table entry add column files varchar(8000);

-- One upload. conversation_id is null until a visitor has said it, seq until it was said at all; `together` is how many of them one message may
-- carry, by the site's policy at that time. A row with gone_at is deleted soon, bytes first. No foreign keys: whoever forgets a visitor or
-- deletes a site must not wait for the bytes.
create table attachment (
    id              varchar(32)  primary key,
    site_id         bigint       not null,
    by_kind         varchar(10)  not null check (by_kind in ('visitor', 'agent')),
    by_id           bigint       not null,
    conversation_id bigint,
    seq             bigint,
    together        integer      not null,
    name            varchar(200) not null,
    type            varchar(100) not null,
    size            bigint       not null,
    width           integer,
    height          integer,
    rendered        varchar(20),
    place           varchar(10)  not null check (place in ('database', 'folder')),
    at              timestamp with time zone not null,
    gone_at         timestamp with time zone
);
create index attachment_by on attachment (by_kind, by_id, at);
create index attachment_conversation on attachment (conversation_id);
create index attachment_unused on attachment (seq, at);
create index attachment_gone on attachment (gone_at);

-- The bytes, where they are kept in the database: kind is original, thumbnail or view; number counts from 0.
create table attachment_part (
    attachment_id varchar(32) not null,
    kind          varchar(10) not null,
    number        integer     not null,
    bytes         bytea       not null,
    primary key (attachment_id, kind, number)
);

-- What a site allows; a site without a row has the defaults.
create table attachment_policy (
    site_id   bigint  primary key,
    enabled   boolean not null,
    megabytes integer not null,
    together  integer not null,
    quota     integer not null
);
