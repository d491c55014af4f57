-- When what can be seen of a submission changed last: the time of the transaction is not enough,
-- because it may have waited for a lock.
alter table submissions add column changed_at timestamptz not null default clock_timestamp();
grant update (changed_at) on submissions to hongbi_submission;
