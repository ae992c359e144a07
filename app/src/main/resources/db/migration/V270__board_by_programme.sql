-- The board of one programme at a time: two programmes may have a list of the same name, and one of them few matters on it. The lists of a town
-- without its programme are still read from the same stretch.
drop index matter_board_town;
create index matter_board_town on matter (town, list, programme, id) where not confidential;
drop index matter_board_category;
create index matter_board_category on matter (town, list, programme, category, id) where not confidential;
