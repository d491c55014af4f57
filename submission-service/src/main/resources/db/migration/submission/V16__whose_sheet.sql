-- A teacher says whether a sheet is the student's, whatever number is filled in on it.
alter table actions drop constraint actions_kind_check;
alter table actions add constraint actions_kind_check check (kind ~ '^[a-z][a-z-]{1,19}$');

create table sheet_owners (
    action_id uuid primary key,
    school_id uuid not null references schools,
    page_id   uuid not null references pages,
    belongs   boolean not null,
    foreign key (school_id, action_id) references actions (school_id, id)
);
create index sheet_owners_by_page on sheet_owners (page_id);

-- What was said last, of what is in force; null where nothing is.
create function belongs_in_force(page uuid) returns boolean
    language sql stable as $$
        select o.belongs
        from submission.sheet_owners o join submission.actions a on a.id = o.action_id
        where o.page_id = page and submission.in_force(a.id)
        order by a.seq desc limit 1
    $$;

alter table sheet_owners enable row level security;
create policy tenant on sheet_owners using (visible(school_id));
grant select, insert on sheet_owners to hongbi_submission;
