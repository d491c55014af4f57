-- What a photo looks like, by its newest reading: copies of one photo differ in few of the bits.
alter table pages add column photo_hash bit(256);
grant update (photo_hash) on pages to hongbi_submission;
