-- What teachers decide: append-only, each with its author, its time and its inverse.

-- The last link of a chain of undoings is the one to undo, so there is never a second one.
create table actions (
    id            uuid primary key,
    seq           bigint generated always as identity unique,
    school_id     uuid not null references schools,
    assignment_id uuid not null,
    kind          text not null check (kind in ('override', 'keys', 'release', 'unrelease', 'undo')),
    author        uuid not null,
    at            timestamptz not null default clock_timestamp(),
    summary       jsonb not null,
    undoes        uuid unique,
    unique (school_id, id),
    check ((kind = 'undo') = (undoes is not null)),
    foreign key (school_id, undoes) references actions (school_id, id),
    foreign key (school_id, assignment_id) references assignments (school_id, id),
    foreign key (school_id, author) references people (school_id, id)
);
create index actions_by_assignment on actions (assignment_id, seq);
create index undoings_by_assignment on actions (assignment_id) where undoes is not null;

-- Whether it stands: not undone, or the undoing was undone itself.
create function in_force(action uuid) returns boolean
    language sql stable as $$
        with recursive chain (id, length) as (
            select action, 0
            union all
            select a.id, chain.length + 1
            from submission.actions a join chain on a.undoes = chain.id)
        select max(length) % 2 = 0 from chain
    $$;

-- Without a submission it is a decision on all papers where the machine sees that answer.
create table overrides (
    action_id     uuid primary key,
    school_id     uuid not null references schools,
    assignment_id uuid not null,
    submission_id uuid,
    item_id       text not null check (length(item_id) between 1 and 16),
    seen_state    text check (seen_state in
        ('ok', 'blank', 'faint', 'multiple', 'crossed-out', 'doubtful')),
    seen_response text,
    mark          numeric(7, 2) check (mark >= 0),
    response      text check (length(response) <= 64),
    comment       text check (length(comment) between 1 and 1000),
    check (num_nonnulls(mark, response) = 1),
    check ((submission_id is null) = (seen_state is not null)),
    check (submission_id is null or seen_response is null),
    foreign key (school_id, action_id) references actions (school_id, id),
    foreign key (school_id, assignment_id) references assignments (school_id, id),
    foreign key (school_id, submission_id) references submissions (school_id, id)
);
create index overrides_by_assignment on overrides (assignment_id, submission_id, item_id);

-- Who looks at an answer just now: no fact.
create table claims (
    submission_id uuid not null,
    item_id       text not null,
    school_id     uuid not null references schools,
    teacher       uuid not null,
    expires_at    timestamptz not null,
    primary key (submission_id, item_id),
    foreign key (school_id, submission_id) references submissions (school_id, id),
    foreign key (school_id, teacher) references people (school_id, id)
);

alter table actions enable row level security;
alter table overrides enable row level security;
alter table claims enable row level security;

create policy tenant on actions using (visible(school_id));
create policy tenant on overrides using (visible(school_id));
create policy tenant on claims using (visible(school_id));

grant select, insert on actions, overrides to hongbi_submission;
grant select, insert, update, delete on claims to hongbi_submission;
