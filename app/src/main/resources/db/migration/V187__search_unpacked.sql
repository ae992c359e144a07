-- Words are compared several times a search: kept as they are and beside their number, they need not be unpacked each time.
alter table search_document alter column words set storage external;
alter table search_document set (toast_tuple_target = 8160);
