-- Whether agents see what a visitor writes before he sends it; off unless the site's owner switched it on.
alter table site add column shows_unsent boolean default false not null;
