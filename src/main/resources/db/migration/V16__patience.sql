-- How long a site waits for a visitor's answer before it ends the conversation; one without a row waits for ever. No foreign key: a node from
-- before this table deletes a site without knowing of it.
create table site_patience (
    site_id bigint       primary key,
    ends    boolean      not null,
    minutes integer      not null,
    message varchar(500) not null
);
