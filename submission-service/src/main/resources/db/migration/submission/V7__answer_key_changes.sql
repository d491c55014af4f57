-- A later version of a key holds only what it changes, and counts while its action is in force.
alter table assignment_keys
    add column action_id uuid unique,
    add foreign key (school_id, action_id) references actions (school_id, id),
    add check ((version = 1) = (action_id is null));
