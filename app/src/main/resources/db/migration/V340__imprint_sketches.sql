-- Of a hundred imprints that share a band hardly two say the same. A sketch of the pairs tells which, without reading the pairs: of each pair the
-- last ten bits are the number of a bit that is set (org.huiyin.alike.Sketch).
alter table imprint add column sketch bit(1024);
create function sketch_of(pairs bytea) returns bit(1024) language sql immutable
  return (select coalesce(bit_or(set_bit(0::bit(1024), (get_byte(pairs, n * 4 + 2) & 3) << 8 | get_byte(pairs, n * 4 + 3), 1)), 0::bit(1024))
    from generate_series(0, octet_length(pairs) / 4 - 1) n);
update imprint set sketch = sketch_of(pairs);
drop function sketch_of(bytea);
alter table imprint alter column sketch set not null;

-- About the share of pairs that both have, of all pairs of both.
create function sketched_share(mine bit, my_pairs integer, theirs bit, their_pairs integer) returns float8 language sql immutable parallel safe
  return (my_pairs + their_pairs) / (-1024 * ln(1 - least(greatest(bit_count(mine | theirs), 1), 1023) / 1024::float8)) - 1;

-- Numbers drawn at random cannot be packed any closer.
alter table imprint alter column pairs set storage external;
