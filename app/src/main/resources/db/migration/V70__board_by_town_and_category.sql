-- A category at a place is read town by town, each from its own stretch. By category alone (V50) a place where the category is rare made one
-- read past every matter of the category in the city.
drop index matter_board_category;
create index matter_board_category on matter (town, list, category, id) where not confidential;
