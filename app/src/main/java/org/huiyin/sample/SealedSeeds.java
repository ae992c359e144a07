package org.huiyin.sample;

import java.security.SecureRandom;
import org.huiyin.privacy.SealedValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The seeds of samples: where they come from, and how the key that seals them is changed. */
@Configuration(proxyBeanMethods = false)
class SealedSeeds {

    private static final String COUNT = """
            select case when substring(sealed from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed from 4 for 4), 'hex') else '' end,
              count(*) from sample where sealed is not null group by 1
            """;
    private static final String PAGE = """
            select to_char(month, 'YYYYMM')::bigint, hashtextextended(programme || ':' || kind, 0), 'sample:' || programme || ':' || kind || ':' || to_char(month, 'YYYY-MM'), sealed from sample
            where (to_char(month, 'YYYYMM')::bigint, hashtextextended(programme || ':' || kind, 0)) > (:a::bigint, :b::bigint) and sealed is not null and substring(sealed from 1 for 7) <> :head
            order by 1, 2 limit :limit for update
            """;
    private static final String PUT = """
            update sample t set sealed = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(a, b, was, now)
            where t.sealed = u.was
            """;

    @Bean
    SeedSource seedSource() {
        SecureRandom random = new SecureRandom();
        return sample -> {
            byte[] seed = new byte[32];
            random.nextBytes(seed);
            return seed;
        };
    }

    @Bean
    SealedValues sampleSeeds() {
        return new SealedValues("sample seeds", COUNT, PAGE, PUT);
    }
}
