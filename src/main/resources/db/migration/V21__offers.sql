-- Whether who is given a conversation has only so many seconds to open it. A node from before writes neither column.
alter table site_routing add column timed boolean not null default false;
alter table site_routing add column seconds integer not null default 60;

-- Who was given a conversation so, and when, as long as he has not opened it; both null else.
alter table conversation add column offered_to bigint;
alter table conversation add column offered_at timestamp with time zone;
