-- What is asked and allowed of remote assistance: null for nearly all. Nodes from before this column name the columns they write, so they
-- leave it as it is.
alter table conversation add column assistance varchar(4000);

-- What of the site's pages no agent may see, as CSS selectors, and the hosts whose images and styles an agent's view may load.
alter table site add column hidden_parts varchar(1000) default '' not null;
alter table site add column asset_hosts varchar(1000) default '' not null;
