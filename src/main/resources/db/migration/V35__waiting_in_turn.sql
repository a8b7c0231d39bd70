-- Those who wait are the part of this index without an owner, in the order in which they wait: who is next is found without reading and sorting all
-- of them. queued_at does not move with messages, so on PostgreSQL these still leave the index alone.
drop index conversation_owner;
create index conversation_owner on conversation (owner_id, status, queued_at, id);
