package org.huiyin.api;

import org.huiyin.privacy.SealedValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets answers that are kept for a day be sealed anew when the key changes. */
@Configuration(proxyBeanMethods = false)
class SealedAnswers {

    private static final String COUNT = """
            select case when substring(sealed from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed from 4 for 4), 'hex') else '' end,
              count(*) from api_repeat where sealed is not null group by 1
            """;
    private static final String PAGE = """
            select id, 0::bigint, 'repeat:' || id, sealed from api_repeat
            where id > :a and :b::bigint is not null and sealed is not null and substring(sealed from 1 for 7) <> :head
            order by id limit :limit for update
            """;
    private static final String PUT = """
            update api_repeat r set sealed = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(id, b, was, now)
            where r.id = u.id and r.sealed = u.was
            """;

    @Bean
    SealedValues answersSentAgain() {
        return new SealedValues("answers", COUNT, PAGE, PUT);
    }
}
