-- Students ask for a second look at a mark; of one answer once at a time.
create table regrade_requests (
    id            uuid primary key,
    school_id     uuid not null references schools,
    assignment_id uuid not null,
    submission_id uuid not null,
    item_id       text not null check (length(item_id) between 1 and 16),
    student_id    uuid not null,
    reason        text not null check (length(reason) between 1 and 1000),
    created_at    timestamptz not null default clock_timestamp(),
    state         text not null default 'open' check (state in ('open', 'accepted', 'declined')),
    decided_by    uuid,
    decided_at    timestamptz,
    comment       text check (length(comment) between 1 and 1000),
    action_id     uuid unique,
    check ((state = 'open') = (decided_by is null)),
    check ((decided_by is null) = (decided_at is null)),
    check (action_id is null or state = 'accepted'),
    foreign key (school_id, assignment_id) references assignments (school_id, id),
    foreign key (school_id, submission_id) references submissions (school_id, id),
    foreign key (school_id, student_id) references people (school_id, id),
    foreign key (school_id, decided_by) references people (school_id, id),
    foreign key (school_id, action_id) references actions (school_id, id)
);
create index regrade_requests_by_assignment on regrade_requests (assignment_id, id);
create unique index regrade_requests_open on regrade_requests (submission_id, item_id)
    where state = 'open';
alter table regrade_requests enable row level security;
create policy tenant on regrade_requests using (visible(school_id));
grant select, insert on regrade_requests to hongbi_submission;
grant update (state, decided_by, decided_at, comment, action_id) on regrade_requests
    to hongbi_submission;
