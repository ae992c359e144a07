-- Of some hundred imprints that share a band hardly two say the same. A sketch of the pairs tells them apart without reading the pairs: of each pair
-- its last ten bits are the number of a bit that is set (org.huiyin.alike.Sketch).
alter table imprint add column sketch bit(1024);
create function sketch_of(pairs bytea) returns bit(1024) language sql immutable return (
  select coalesce(bit_or(set_bit(0::bit(1024), (get_byte(pairs, n * 4 + 2) & 3) << 8 | get_byte(pairs, n * 4 + 3), 1)), 0::bit(1024))
  from generate_series(0, octet_length(pairs) / 4 - 1) n);
update imprint set sketch = sketch_of(pairs);
drop function sketch_of(bytea);
alter table imprint alter column sketch set not null;
