-- What a site's page says of a conversation, unverified; no row where it says nothing. Without a foreign key, as the log has none.
create table conversation_about (
    conversation_id bigint        primary key,
    attributes      varchar(8000) not null
);
