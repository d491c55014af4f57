-- What people are told. The runtime role owns nothing and sees one school at a time: a transaction
-- says whose rows it may see with set_config('hongbi.school', ..., true).

grant usage on schema notification to hongbi_notification;

create table inbox_entries (
    id            uuid primary key, -- version 7: later entries sort after earlier ones
    event_id      uuid not null unique,
    school_id     uuid not null,
    person_id     uuid not null,
    submission_id uuid not null,
    assignment_id uuid not null,
    attempt       integer not null,
    version       bigint not null,
    state         text not null,
    at            timestamptz not null,
    trace_id      text,
    unique (submission_id, version)
);

create index inbox_entries_by_person on inbox_entries (person_id, id desc);

alter table inbox_entries enable row level security;
alter table inbox_entries force row level security;

-- A setting made for one transaction is '' in the next ones of the connection, not null.
create policy inbox_entries_of_school on inbox_entries
    using (school_id = nullif(current_setting('hongbi.school', true), '')::uuid);

grant select, insert on inbox_entries to hongbi_notification;
