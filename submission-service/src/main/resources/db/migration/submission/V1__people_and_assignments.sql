-- Schools, people, classes, assignments; sign-in; answers kept for retries.
--
-- The runtime role owns nothing: it gets what it needs by name, and sees rows only through the
-- policies below. A transaction says whose rows it may see (see io.hongbi.submission.tenant):
-- hongbi.school, or hongbi.scope = 'system' for work that belongs to no school.

do $$ begin
    execute format('revoke temporary on database %I from public', current_database());
end $$;

grant usage on schema submission to hongbi_submission;

-- A setting made for one transaction is '' in the next ones of the connection, not null.
create function visible(school uuid) returns boolean
    language sql stable parallel safe
    return school = nullif(current_setting('hongbi.school', true), '')::uuid
        or current_setting('hongbi.scope', true) = 'system';

-- ---------------------------------------------------------------- schools and people

create table schools (
    id         uuid primary key,
    code       text not null unique check (code ~ '^[a-z0-9][a-z0-9-]{1,30}$'),
    name       text not null check (length(name) between 1 and 200),
    created_at timestamptz not null default now()
);

create table people (
    id             uuid primary key,
    school_id      uuid not null references schools,
    sign_in_name   text not null unique check (sign_in_name = lower(sign_in_name) and length(sign_in_name) between 1 and 100),
    password_hash  text,
    name           text not null check (length(name) between 1 and 100),
    student_number text check (length(student_number) between 1 and 32),
    roles          text[] not null check (cardinality(roles) > 0 and roles <@ array['student', 'teacher', 'admin', 'ops']),
    created_at     timestamptz not null default now(),
    updated_at     timestamptz not null default now(),
    unique (school_id, id),
    unique (school_id, student_number)
);

create table classes (
    id         uuid primary key,
    school_id  uuid not null references schools,
    name       text not null check (length(name) between 1 and 100),
    version    bigint not null default 1,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (school_id, id)
);

create table class_teachers (
    class_id  uuid not null,
    person_id uuid not null,
    school_id uuid not null,
    primary key (class_id, person_id),
    foreign key (school_id, class_id) references classes (school_id, id),
    foreign key (school_id, person_id) references people (school_id, id)
);
create index class_teachers_by_person on class_teachers (person_id, class_id);

create table enrolments (
    class_id   uuid not null,
    person_id  uuid not null,
    school_id  uuid not null,
    created_at timestamptz not null default now(),
    primary key (class_id, person_id),
    foreign key (school_id, class_id) references classes (school_id, id),
    foreign key (school_id, person_id) references people (school_id, id)
);
create index enrolments_by_person on enrolments (person_id, class_id);

-- ---------------------------------------------------------------- assignments

create table assignments (
    id           uuid primary key,
    school_id    uuid not null references schools,
    class_id     uuid not null,
    title        text not null check (length(title) between 1 and 200),
    kind         text not null check (kind in ('notes', 'arithmetic', 'worksheet')),
    opens_at     timestamptz not null,
    due_at       timestamptz,
    closes_at    timestamptz,
    release      text not null check (release in ('automatic', 'manual')),
    show_answers text not null check (show_answers in ('with-marks', 'after-due', 'never')),
    created_by   uuid not null,
    version      bigint not null default 1,
    created_at   timestamptz not null default now(),
    updated_at   timestamptz not null default now(),
    deleted_at   timestamptz,
    unique (school_id, id),
    foreign key (school_id, class_id) references classes (school_id, id),
    foreign key (school_id, created_by) references people (school_id, id),
    check (due_at >= opens_at),
    check (closes_at >= coalesce(due_at, opens_at))
);
create index assignments_by_class on assignments (class_id, id) where deleted_at is null;

-- ---------------------------------------------------------------- answers kept for retries

create table idempotent_requests (
    person_id     uuid not null,
    key           text not null check (length(key) between 1 and 255),
    school_id     uuid not null references schools,
    digest        text not null,
    claim         uuid not null,
    claimed_until timestamptz not null,
    status        smallint,
    headers       jsonb,
    body          text,
    created_at    timestamptz not null default now(),
    primary key (person_id, key)
);
create index idempotent_requests_by_age on idempotent_requests (created_at);

-- ---------------------------------------------------------------- sign-in

-- Programs that sign in with a secret (client credentials); each acts as a person of its school.
create table integrations (
    client_id   text primary key,
    school_id   uuid not null references schools,
    person_id   uuid not null,
    secret_hash text not null,
    created_at  timestamptz not null default now(),
    disabled_at timestamptz,
    foreign key (school_id, person_id) references people (school_id, id)
);

create table signing_keys (
    id         text primary key,
    jwk        text not null,
    created_at timestamptz not null default now()
);

-- By digest of the name typed, whether or not there is such an account.
create table sign_in_failures (
    name_digest    bytea primary key,
    failures       int not null,
    refused_until  timestamptz not null,
    last_failed_at timestamptz not null
);
create index sign_in_failures_by_age on sign_in_failures (last_failed_at);

-- As Spring Authorization Server defines it.
create table oauth2_authorization (
    id                            varchar(100) primary key,
    registered_client_id          varchar(100) not null,
    principal_name                varchar(200) not null,
    authorization_grant_type      varchar(100) not null,
    authorized_scopes             varchar(1000),
    attributes                    text,
    state                         varchar(500),
    authorization_code_value      text,
    authorization_code_issued_at  timestamptz,
    authorization_code_expires_at timestamptz,
    authorization_code_metadata   text,
    access_token_value            text,
    access_token_issued_at        timestamptz,
    access_token_expires_at       timestamptz,
    access_token_metadata         text,
    access_token_type             varchar(100),
    access_token_scopes           varchar(1000),
    oidc_id_token_value           text,
    oidc_id_token_issued_at       timestamptz,
    oidc_id_token_expires_at      timestamptz,
    oidc_id_token_metadata        text,
    refresh_token_value           text,
    refresh_token_issued_at       timestamptz,
    refresh_token_expires_at      timestamptz,
    refresh_token_metadata        text,
    user_code_value               text,
    user_code_issued_at           timestamptz,
    user_code_expires_at          timestamptz,
    user_code_metadata            text,
    device_code_value             text,
    device_code_issued_at         timestamptz,
    device_code_expires_at        timestamptz,
    device_code_metadata          text
);
create index oauth2_authorization_by_code on oauth2_authorization using hash (authorization_code_value);
create index oauth2_authorization_by_access_token on oauth2_authorization using hash (access_token_value);
create index oauth2_authorization_by_id_token on oauth2_authorization using hash (oidc_id_token_value);
create index oauth2_authorization_by_state on oauth2_authorization using hash (state);
create index oauth2_authorization_by_expiry on oauth2_authorization (coalesce(access_token_expires_at, authorization_code_expires_at));

-- As Spring Session defines it.
create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- ---------------------------------------------------------------- who may see and do what

alter table schools enable row level security;
alter table people enable row level security;
alter table classes enable row level security;
alter table class_teachers enable row level security;
alter table enrolments enable row level security;
alter table assignments enable row level security;
alter table idempotent_requests enable row level security;
alter table integrations enable row level security;

create policy tenant on schools using (visible(id));
create policy tenant on people using (visible(school_id));
create policy tenant on classes using (visible(school_id));
create policy tenant on class_teachers using (visible(school_id));
create policy tenant on enrolments using (visible(school_id));
create policy tenant on assignments using (visible(school_id));
create policy tenant on idempotent_requests using (visible(school_id));
create policy tenant on integrations using (visible(school_id));

grant select, insert on schools to hongbi_submission;
grant select, insert on people to hongbi_submission;
grant update (password_hash, name, updated_at) on people to hongbi_submission;
grant select, insert on classes to hongbi_submission;
grant update (name, version, updated_at) on classes to hongbi_submission;
grant select, insert, delete on class_teachers, enrolments to hongbi_submission;
grant select, insert on assignments to hongbi_submission;
grant update (title, opens_at, due_at, closes_at, release, show_answers, version, updated_at, deleted_at)
    on assignments to hongbi_submission;
grant select, insert, update, delete on idempotent_requests to hongbi_submission;
grant select, insert on integrations to hongbi_submission;
grant update (secret_hash, disabled_at) on integrations to hongbi_submission;
grant select, insert, delete on signing_keys to hongbi_submission;
grant select, insert, update, delete on sign_in_failures, oauth2_authorization, spring_session,
    spring_session_attributes to hongbi_submission;
