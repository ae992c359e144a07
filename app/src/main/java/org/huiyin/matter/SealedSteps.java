package org.huiyin.matter;

import org.huiyin.privacy.SealedValues;

/** What steps keep sealed, for changing the key. Their owner is what {@link Steps#owner} says. */
final class SealedSteps {

    private static final String COUNT = """
            select case when substring(sealed from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed from 4 for 4), 'hex') else '' end, count(*)
            from step where sealed is not null group by 1
            """;
    private static final String PAGE = """
            select matter_id, seq, 'step:' || matter_id || ':' || seq, sealed from step
            where (matter_id, seq) > (:a, greatest(:b, 0)) and sealed is not null and substring(sealed from 1 for 7) <> :head
            order by matter_id, seq limit :limit for update
            """;
    private static final String PUT = """
            update step s set sealed = u.now
            from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(matter_id, seq, was, now)
            where s.matter_id = u.matter_id and s.seq = u.seq and s.sealed = u.was
            """;

    static final SealedValues VALUES = new SealedValues("steps", COUNT, PAGE, PUT);

    private SealedSteps() {}
}
