-- What notes are worth by how much of them is done; null where they have no marks.
alter table assignments
    add column completion_marks jsonb,
    add check (completion_marks is null or kind = 'notes');
grant update (completion_marks) on assignments to hongbi_submission;

-- Notes that a teacher calls excellent. A student who withdraws them has the last word.
create table excellent_notes (
    submission_id uuid primary key,
    school_id     uuid not null references schools,
    ticked_by     uuid,
    ticked_at     timestamptz,
    withdrawn_at  timestamptz,
    check ((ticked_by is null) = (ticked_at is null)),
    foreign key (school_id, submission_id) references submissions (school_id, id),
    foreign key (school_id, ticked_by) references people (school_id, id)
);
alter table excellent_notes enable row level security;
create policy tenant on excellent_notes using (visible(school_id));
grant select, insert, update on excellent_notes to hongbi_submission;
