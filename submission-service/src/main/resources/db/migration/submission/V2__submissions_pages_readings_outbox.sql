-- Submissions, their pages, what the readers saw on them, and what has to be told to Kafka.

-- State and version are derived from the facts below, in the transaction that adds one.
create table submissions (
    id            uuid primary key,
    school_id     uuid not null references schools,
    assignment_id uuid not null,
    student_id    uuid not null,
    handed_in_by  uuid not null,
    attempt       int not null check (attempt >= 1),
    receipt       text not null unique,
    received_at   timestamptz not null,
    state         text not null check (state in
        ('failed', 'retake', 'received', 'reading', 'needs-review', 'graded', 'released')),
    version       bigint not null default 1,
    unique (school_id, id),
    unique (assignment_id, student_id, attempt),
    foreign key (school_id, assignment_id) references assignments (school_id, id),
    foreign key (school_id, student_id) references people (school_id, id),
    foreign key (school_id, handed_in_by) references people (school_id, id)
) with (fillfactor = 80);

-- One row for each stored photo. A retake is a new row at the same place; the old one stays.
create table pages (
    id            uuid primary key,
    school_id     uuid not null references schools,
    submission_id uuid not null,
    number        smallint not null check (number between 1 and 20),
    sha256        text not null check (length(sha256) = 64),
    photo         text not null,
    bytes         bigint not null check (bytes > 0),
    width         int not null check (width > 0),
    height        int not null check (height > 0),
    received_at   timestamptz not null,
    announced_at  timestamptz,
    announcements int not null default 0,
    sweep_at      timestamptz,
    read_at       timestamptz,
    verdict       text check (verdict in ('ok', 'retake')),
    failed_at     timestamptz,
    failure       text,
    replaced_at   timestamptz,
    check ((read_at is null) = (verdict is null)),
    foreign key (school_id, submission_id) references submissions (school_id, id)
) with (fillfactor = 80);
create index pages_by_submission on pages (submission_id, number);
create unique index pages_in_place on pages (submission_id, number) where replaced_at is null;
create index pages_unread on pages (received_at)
    where read_at is null and failed_at is null and replaced_at is null;
create index pages_failed on pages (failed_at) where failed_at is not null;
create index pages_to_sweep on pages (sweep_at) where sweep_at is not null;
create index pages_by_reading_time on pages using brin (read_at) with (pages_per_range = 16);

-- What a named reader saw; never changed. The one recorded last counts.
create table readings (
    page_id        uuid not null references pages,
    reader_version text not null,
    school_id      uuid not null references schools,
    seq            bigint generated always as identity,
    reading        jsonb not null,
    preview        text,
    crops          jsonb not null,
    worker         text not null,
    delivery       int not null,
    started_at     timestamptz not null,
    finished_at    timestamptz not null,
    cpu_millis     double precision not null,
    recorded_at    timestamptz not null default now(),
    primary key (page_id, reader_version)
);

-- Rows leave when the broker has them. Of one key, the first goes first.
create table outbox (
    seq         bigint generated always as identity primary key,
    school_id   uuid not null references schools,
    topic       text not null,
    key         text not null,
    payload     bytea not null,
    traceparent text,
    attempts    int not null default 0,
    due_at      timestamptz not null default now(),
    created_at  timestamptz not null default now()
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index outbox_by_key on outbox (key, seq);

alter table submissions enable row level security;
alter table pages enable row level security;
alter table readings enable row level security;
alter table outbox enable row level security;

create policy tenant on submissions using (visible(school_id));
create policy tenant on pages using (visible(school_id));
create policy tenant on readings using (visible(school_id));
create policy tenant on outbox using (visible(school_id));

grant select, insert on submissions to hongbi_submission;
grant update (state, version) on submissions to hongbi_submission;
grant select, insert on pages to hongbi_submission;
grant update (announced_at, announcements, sweep_at, read_at, verdict, failed_at, failure, replaced_at)
    on pages to hongbi_submission;
grant select, insert on readings to hongbi_submission;
grant select, insert, delete on outbox to hongbi_submission;
grant update (attempts, due_at) on outbox to hongbi_submission;
