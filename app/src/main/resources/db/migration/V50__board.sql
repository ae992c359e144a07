-- The board by category, with the town in the index so that a place narrows it without a look at the rows. It also serves the board of all
-- categories, a stretch of the index each, and so takes the place of matter_board.
create index matter_board_category on matter (list, category, id) include (town) where not confidential;
drop index matter_board;
