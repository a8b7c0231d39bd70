-- changed_at moves with every message: an index over it made each message pay for the lists (on PostgreSQL it also forbids HOT updates). Open
-- conversations are few and are sorted; closed ones do not change any more, and changed_at is closed_at for them.
drop index conversation_boxes;
create index conversation_boxes on conversation (status, closed_at, id);
