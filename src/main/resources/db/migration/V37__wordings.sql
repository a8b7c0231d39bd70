-- What a site says in its mails to visitors in its own words; what is empty is said in ours. A row that was emptied stays: its version goes on, so that
-- nobody saves over what he has not seen. No foreign key: a node from before, which says its own words, deletes a site without knowing of these.
create table mail_wording (
    id       varchar(60)   primary key,
    site_id  bigint        not null,
    kind     varchar(20)   not null,
    language varchar(10)   not null,
    subject  varchar(120)  not null,
    opening  varchar(1000) not null,
    closing  varchar(1000) not null,
    version  integer       not null,
    unique (site_id, kind, language)
);
