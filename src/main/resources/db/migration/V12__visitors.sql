-- How a site meets its visitors: what it asks before the first message (JSON), what it does while nobody is there, whether it asks for a
-- rating after the end, and whether visitors may take the conversation with them. A site that was there before asks for no rating.
alter table site add column form varchar(8000) default '[]' not null;
alter table site add column offline varchar(10) default 'accept' not null;
alter table site add column rating boolean default false not null;
alter table site add column transcript boolean default true not null;

-- When a visitor answered what his site asks before the first message.
alter table visitor add column introduced_at timestamp with time zone;
