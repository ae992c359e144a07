-- Whoever raises a matter looks among the imprints first. What waits for its place in these indexes is read from end to end by every look: with
-- some thousand imprints waiting, as the default allows, a look took a hundred times as long as the finding itself.
alter index imprint_bands set (fastupdate = off);
alter index imprint_spots set (fastupdate = off);
select gin_clean_pending_list('imprint_bands'), gin_clean_pending_list('imprint_spots');
