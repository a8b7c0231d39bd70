-- Whether agents see who looks around on a site; off unless its owner switched it on.
alter table site add column lists_visitors boolean default false not null;

-- How often a visitor came and when the present visit began; counted only where his site lists its visitors.
alter table visitor add column visits integer default 0 not null;
alter table visitor add column visit_at timestamp with time zone;
