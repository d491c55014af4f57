-- Pages wait for their turn: few are announced ahead of the workers, and schools take turns by weight.
alter table schools add column weight numeric(6, 2) not null default 1 check (weight > 0);
alter table outbox add column turn_at timestamptz;
create index outbox_turns on outbox (school_id, turn_at, seq) where turn_at is not null;
create index outbox_at_once on outbox (seq) where turn_at is null;
