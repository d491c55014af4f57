-- Worksheets: what is printed, where everything lies on it, and, apart from both, the right answers.

create table worksheets (
    id         uuid primary key,
    school_id  uuid not null references schools,
    created_by uuid not null,
    revision   int not null default 1 check (revision between 1 and 46655),
    created_at timestamptz not null default now(),
    unique (school_id, id),
    foreign key (school_id, created_by) references people (school_id, id)
);
create index worksheets_by_school on worksheets (school_id, id);

-- A revision never changes: the runtime role may only add what became of it.
create table worksheet_revisions (
    worksheet_id uuid not null,
    revision     int not null check (revision between 1 and 46655),
    school_id    uuid not null references schools,
    title        text not null check (length(title) between 1 and 200),
    design       jsonb not null,
    sheet        jsonb not null,
    created_at   timestamptz not null default now(),
    proof        jsonb,
    printed_at   timestamptz,
    primary key (worksheet_id, revision),
    unique (school_id, worksheet_id, revision),
    foreign key (school_id, worksheet_id) references worksheets (school_id, id)
);

create table worksheet_keys (
    worksheet_id uuid not null,
    revision     int not null,
    school_id    uuid not null references schools,
    answers      jsonb not null,
    primary key (worksheet_id, revision),
    foreign key (school_id, worksheet_id, revision)
        references worksheet_revisions (school_id, worksheet_id, revision)
);

-- An assignment is read and marked with the revision it was made from.
alter table assignments
    add column worksheet_id uuid,
    add column worksheet_revision int,
    add foreign key (school_id, worksheet_id, worksheet_revision)
        references worksheet_revisions (school_id, worksheet_id, revision),
    add check ((kind = 'worksheet') = (worksheet_id is not null)),
    add check ((worksheet_id is null) = (worksheet_revision is null));

-- Version 1 is the worksheet's key at that time; from then on only this one counts.
create table assignment_keys (
    assignment_id uuid not null,
    version       int not null check (version >= 1),
    school_id     uuid not null references schools,
    keys          jsonb not null,
    created_by    uuid not null,
    created_at    timestamptz not null default now(),
    primary key (assignment_id, version),
    foreign key (school_id, assignment_id) references assignments (school_id, id),
    foreign key (school_id, created_by) references people (school_id, id)
);

alter table worksheets enable row level security;
alter table worksheet_revisions enable row level security;
alter table worksheet_keys enable row level security;
alter table assignment_keys enable row level security;

create policy tenant on worksheets using (visible(school_id));
create policy tenant on worksheet_revisions using (visible(school_id));
create policy tenant on worksheet_keys using (visible(school_id));
create policy tenant on assignment_keys using (visible(school_id));

grant select, insert on worksheets, worksheet_revisions, worksheet_keys, assignment_keys
    to hongbi_submission;
grant update (revision) on worksheets to hongbi_submission;
grant update (proof, printed_at) on worksheet_revisions to hongbi_submission;
