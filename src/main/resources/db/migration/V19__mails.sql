-- Mails that wait to be sent. next_at is null once one is with the mail server or was given up; its address is gone then, and its mark stays for
-- a day, by which limits are counted. No foreign keys: whoever forgets a visitor or deletes a site on a node from before these tables must not
-- be stopped by them.
create table mail (
    id              varchar(40)  primary key,
    site_id         bigint       not null,
    conversation_id bigint       not null,
    visitor_id      bigint       not null,
    ref             varchar(64)  not null,
    address         varchar(254),
    address_mark    varchar(64)  not null,
    language        varchar(10)  not null,
    zone            varchar(60)  not null,
    ordered_at      timestamp with time zone not null,
    tries           integer      not null,
    next_at         timestamp with time zone,
    unique (conversation_id, ref)
);
create index mail_next on mail (next_at);
create index mail_ordered on mail (ordered_at);
create index mail_address on mail (address_mark, ordered_at);
create index mail_visitor on mail (visitor_id);

-- Its one row is locked by whoever adds a mail, so that two at the same time cannot both be the last one allowed.
create table mail_gate (
    id integer primary key
);
insert into mail_gate (id) values (1);
