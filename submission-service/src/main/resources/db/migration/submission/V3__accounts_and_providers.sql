-- Accounts kept by admins; whose students a roster may change; sign-in through a school's own provider.

alter table people add column version bigint not null default 1;
grant update (version) on people to hongbi_submission;
create index people_by_school on people (school_id, id);

-- False where a teacher's roster enrolled an account that was there before: whoever enrolled it
-- knew number and name, and that alone gives no right to change the account.
alter table enrolments add column vouched boolean not null default true;
grant update (vouched) on enrolments to hongbi_submission;

-- ---------------------------------------------------------------- a school's own provider

-- client_secret: AES-256-GCM under a key that is not in the database.
create table identity_providers (
    school_id     uuid primary key references schools,
    issuer        text not null check (length(issuer) between 1 and 500),
    client_id     text not null check (length(client_id) between 1 and 200),
    client_secret text,
    scopes        text[] not null check ('openid' = any (scopes)),
    account_claim text not null check (length(account_claim) between 1 and 100),
    matches       text not null check (matches in ('student-number', 'sign-in-name')),
    enabled       boolean not null,
    version       bigint not null default 1,
    created_at    timestamptz not null default now(),
    updated_at    timestamptz not null default now()
);

-- Whom a provider's subject is, kept since the first sign-in; one of each at every provider.
create table external_identities (
    school_id  uuid not null references schools,
    issuer     text not null,
    subject    text not null check (length(subject) between 1 and 255),
    person_id  uuid not null,
    created_at timestamptz not null default now(),
    primary key (school_id, issuer, subject),
    unique (school_id, person_id, issuer),
    foreign key (school_id, person_id) references people (school_id, id)
);

alter table identity_providers enable row level security;
alter table external_identities enable row level security;
create policy tenant on identity_providers using (visible(school_id));
create policy tenant on external_identities using (visible(school_id));
grant select, insert, update, delete on identity_providers to hongbi_submission;
grant select, insert, delete on external_identities to hongbi_submission;
