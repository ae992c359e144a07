package org.huiyin.open311;

import org.huiyin.privacy.SealedValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reports that wait to be raised, for changing the key that seals them. */
@Configuration(proxyBeanMethods = false)
class SealedReports {

    private static final String COUNT = """
            select case when substring(sealed from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed from 4 for 4), 'hex') else '' end,
              count(*) from open311_report where sealed is not null group by 1
            """;
    private static final String PAGE = """
            select hashtextextended(token, 0), 0::bigint, 'open311:' || token, sealed from open311_report
            where (hashtextextended(token, 0), 0::bigint) > (:a::bigint, :b::bigint) and sealed is not null and substring(sealed from 1 for 7) <> :head
            order by 1, 2 limit :limit for update
            """;
    private static final String PUT = """
            update open311_report t set sealed = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(a, b, was, now)
            where t.sealed = u.was
            """;

    @Bean
    SealedValues waitingReports() {
        return new SealedValues("waiting reports", COUNT, PAGE, PUT);
    }
}
