-- Runs unchanged on H2 2.2 and PostgreSQL 14+. Forward only: a change is a new file.

-- One row: which store this is. A client that resumes with another epoch has to reload (protocol.md, hello).
create table store (
    id    integer primary key check (id = 1),
    epoch varchar(32) not null
);

create sequence site_ids start with 100 increment by 50;

create table site (
    id                bigint primary key,
    site_key          varchar(40)   not null unique,
    name              varchar(100)  not null,
    origins           varchar(4000) not null default '',
    accent            varchar(7)    not null default '#2f6f5e',
    side              varchar(5)    not null default 'right' check (side in ('left', 'right')),
    icon              varchar(20)   not null default 'chat',
    scheme            varchar(5)    not null default 'auto' check (scheme in ('auto', 'light', 'dark')),
    language          varchar(10),
    button_label      varchar(40)   not null default '',
    title             varchar(60)   not null default '',
    greeting          varchar(1000) not null default '',
    consent           varchar(1000) not null default '',
    identity_secret   varchar(100)  not null,
    identity_required boolean       not null default false,
    plain_clients     boolean       not null default false,
    reopens           boolean       not null default true,
    created_at        timestamp with time zone not null,
    version           integer       not null default 0
);

create sequence department_ids start with 100 increment by 50;

create table department (
    id      bigint primary key,
    site_id bigint       not null references site (id),
    name    varchar(100) not null,
    unique (site_id, name)
);

create sequence agent_ids start with 100 increment by 50;

create table agent (
    id                bigint primary key,
    login             varchar(200) not null unique,
    name              varchar(100) not null,
    role              varchar(20)  not null check (role in ('agent', 'administrator')),
    password          varchar(500),
    disabled          boolean      not null default false,
    status            varchar(10)  not null default 'online' check (status in ('online', 'away', 'offline')),
    stamp             integer      not null default 0,
    invite_hash       varchar(64) unique,
    invite_expires_at timestamp with time zone,
    created_at        timestamp with time zone not null,
    version           integer      not null default 0
);

create table agent_department (
    agent_id      bigint not null references agent (id),
    department_id bigint not null references department (id),
    primary key (agent_id, department_id)
);

-- The link by which the first administrator is made; no row once it was used.
create table setup_link (
    token_hash varchar(64) primary key,
    created_at timestamp with time zone not null
);

create sequence visitor_ids start with 1000 increment by 50;

create table visitor (
    id              bigint primary key,
    public_id       varchar(32)  not null unique,
    site_id         bigint       not null references site (id),
    external_id     varchar(200),
    name            varchar(200),
    email           varchar(320),
    verified        boolean      not null default false,
    attributes      varchar(8000) not null default '{}',
    language        varchar(35),
    zone            varchar(64),
    browser         varchar(100),
    page_url        varchar(2000),
    page_title      varchar(300),
    referrer        varchar(2000),
    first_seen_at   timestamp with time zone not null,
    last_seen_at    timestamp with time zone not null,
    forgotten       boolean      not null default false,
    unique (site_id, external_id)
);

-- A browser's proof that it is this visitor: SHA-256 of a 256-bit random token. A signed visitor has one per device.
create table visitor_token (
    token_hash varchar(64) primary key,
    visitor_id bigint not null references visitor (id),
    created_at timestamp with time zone not null
);
create index visitor_token_visitor on visitor_token (visitor_id);

-- Nonces of signed identities, so that a stolen proof cannot be used by another browser.
create table identity_nonce (
    site_id    bigint      not null references site (id),
    nonce      varchar(64) not null,
    visitor_id bigint      not null,
    expires_at timestamp with time zone not null,
    primary key (site_id, nonce)
);

create sequence conversation_ids start with 1000;

create table conversation (
    id                bigint primary key,
    public_id         varchar(32) not null unique,
    site_id           bigint      not null references site (id),
    department_id     bigint references department (id),
    visitor_id        bigint      not null references visitor (id),
    visitor_public_id varchar(32) not null,
    status            varchar(10) not null check (status in ('open', 'closed')),
    owner_id          bigint references agent (id),
    last_seq          bigint      not null,
    visitor_delivered bigint      not null default 0,
    visitor_seen      bigint      not null default 0,
    agent_delivered   bigint      not null default 0,
    agent_seen        bigint      not null default 0,
    unread            integer     not null default 0,
    last_message_seq  bigint,
    last_message_by   varchar(10),
    last_message      varchar(200),
    last_message_at   timestamp with time zone,
    started_at        timestamp with time zone not null,
    changed_at        timestamp with time zone not null,
    queued_at         timestamp with time zone not null,
    waiting_since     timestamp with time zone,
    closed_at         timestamp with time zone
);
create index conversation_visitor on conversation (visitor_id, id);
create index conversation_boxes on conversation (status, changed_at);
create index conversation_owner on conversation (owner_id, status);

-- The log. seq is dense per conversation and given under the lock of the conversation's row.
create table entry (
    conversation_id bigint      not null,
    seq             bigint      not null,
    kind            varchar(10) not null,
    at              timestamp with time zone not null,
    by_kind         varchar(10) not null,
    by_id           bigint      not null default 0,
    by_name         varchar(200),
    ref             varchar(64),
    text            varchar(4000),
    delivered       bigint,
    seen            bigint,
    primary key (conversation_id, seq),
    -- ref first: a repeat is found by it alone, and clients make it grow with time, so the index grows at its end.
    unique (ref, conversation_id, by_kind, by_id)
);
