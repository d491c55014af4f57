-- Marks may be released at a time set before. release_due is that time until it was seen to, so
-- that what a teacher takes back afterwards stays taken back.
alter table assignments
    add column release_at  timestamptz,
    add column release_due timestamptz;
create index assignments_to_release on assignments (release_due) where release_due is not null;
grant update (release_at, release_due) on assignments to hongbi_submission;

-- What the system releases has no author.
alter table actions
    alter column author drop not null,
    add check (author is not null or kind = 'release');
