-- Pages of sums, which are marked by working them out.

-- Whether the right number counts however it is written: 2.50 for 2.5.
alter table assignments add column equal_forms boolean not null default true;
grant update (equal_forms) on assignments to hongbi_submission;

-- What a decision is about, for at the same place another photo may show another sum.
alter table overrides add column expression text;
