-- The department in which a site's new conversations begin where nobody names another; of one site at most one. A node from before begins them in none.
alter table department add column entrance boolean default false not null;

-- The languages an agent answers in, two or three letters each, joined by spaces; null where nothing was said. A node from before does not look at them.
alter table agent_routing add column languages varchar(200);
