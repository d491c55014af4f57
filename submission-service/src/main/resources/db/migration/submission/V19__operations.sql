-- What operators look at and do. Pages that are given up for good stay failed, and are no longer waiting.
alter table pages add column discarded_at timestamptz;
grant update (discarded_at) on pages to hongbi_submission;
create index pages_by_arrival on pages using brin (received_at) with (pages_per_range = 16, autosummarize = on);
create index pages_by_announcement on pages using brin (announced_at) with (pages_per_range = 16, autosummarize = on);

alter index pages_by_reading_time set (autosummarize = on);

-- Who replayed or discarded what; appended, never changed. Who did may leave, the act stays.
create table operator_acts (
    id          uuid primary key,
    school_id   uuid not null references schools,
    acted_by    uuid not null,
    act         text not null check (act in ('replay', 'discard')),
    cause       text,
    reason      text,
    pages       uuid[] not null,
    acted_at    timestamptz not null default now()
);
comment on column operator_acts.school_id is 'of the operator; the pages may be of any school';
alter table operator_acts enable row level security;
create policy tenant on operator_acts using (visible(school_id));
grant select, insert on operator_acts to hongbi_submission;
