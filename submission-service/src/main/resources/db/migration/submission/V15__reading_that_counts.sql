-- Of several readings of a page that of the newest reader counts, whichever comes last.

-- 2026.11.1+glyph3.page2 is {2026, 11, 1, 3, 2}; numbers compare as numbers.
create function reader_order(version text) returns numeric[]
    language sql immutable parallel safe
    return array_remove(
        string_to_array(regexp_replace(version, '[^0-9]+', ' ', 'g'), ' '), '')::numeric[];

create function is_newer_reader(version text, other text) returns boolean
    language sql immutable parallel safe
    return (submission.reader_order(version), version collate "C")
        > (submission.reader_order(other), other collate "C");

alter table pages add column reader_version text;
update pages p set reader_version = (
    select r.reader_version from readings r where r.page_id = p.id order by r.seq desc limit 1)
where read_at is not null;
alter table pages add check ((read_at is null) = (reader_version is null));
grant update (reader_version) on pages to hongbi_submission;
