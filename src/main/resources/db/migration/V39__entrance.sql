-- The department in which a site's new conversations begin where nobody names another; of one site at most one. A node from before begins them in none.
alter table department add column entrance boolean default false not null;
