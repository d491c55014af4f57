-- Whether students see marks: as the last release or taking back in force says, or else the
-- assignment's own term.
create index releases_by_assignment on actions (assignment_id, seq)
    where kind in ('release', 'unrelease');

create function release_in_force(assignment uuid, term text) returns text
    language sql stable as $$
        select coalesce(
            (select case a.kind when 'release' then 'automatic' else 'manual' end
             from submission.actions a
             where a.assignment_id = assignment and a.kind in ('release', 'unrelease')
               and submission.in_force(a.id)
             order by a.seq desc limit 1),
            term)
    $$;
