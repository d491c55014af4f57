-- Of a reading what marks are made from. Marks are worked out on each look, of a class from hundreds of readings:
-- to take the little that is needed out of the whole of each took longer than all the rest.
create function sightings_of(reading jsonb) returns jsonb
    language sql immutable parallel safe
return (select coalesce(jsonb_agg(jsonb_build_array(
            i -> 'itemId', i -> 'state', i -> 'response', i -> 'expression',
            case when i ->> 'kind' = 'expression' then i -> 'confidence' end,
            case when i ->> 'kind' = 'expression' then i -> 'alternatives' end)), '[]')
        from jsonb_array_elements(reading -> 'items') i);

alter table readings add column sightings jsonb not null
    generated always as (sightings_of(reading)) stored;
alter table readings add column completion jsonb generated always as (reading -> 'completion') stored;
