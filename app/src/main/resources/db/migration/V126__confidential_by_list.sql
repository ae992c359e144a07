-- The list behind the number of a list holds what is kept off the board too; there is little of it.
create index matter_confidential on matter (list, id) where confidential;
