-- What agents keep to themselves about a conversation, null for nearly all: ids of agents who were mentioned and have not looked yet, ids of
-- its labels (both separated by commas), and until when it sleeps (null: until the visitor writes). Nodes from before these columns name the
-- columns they write, so they leave them as they are.
alter table conversation add column mentioned varchar(1000);
alter table conversation add column labels varchar(1000);
alter table conversation add column snoozed_at timestamp with time zone;
alter table conversation add column snoozed_until timestamp with time zone;

create sequence label_ids start with 100 increment by 50;

create table label (
    id      bigint primary key,
    name    varchar(40) not null unique,
    colour  varchar(10) not null,
    version integer     not null default 0
);
