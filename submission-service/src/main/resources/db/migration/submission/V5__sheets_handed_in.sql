-- What the system of record has against a photo that can be read; the reading itself stays as it is.
alter table pages add column objection text check (objection in ('wrong-student'));
grant update (objection) on pages to hongbi_submission;
