package org.huiyin.register;

import org.huiyin.privacy.SealedValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The registers of this process: those that come with Huiyin; and what they keep sealed. */
@Configuration(proxyBeanMethods = false)
@Import(RegisterSheets.class)
class RegisterConfiguration {

    private static final String COUNT = """
            select case when substring(sealed from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed from 4 for 4), 'hex') else '' end,
              count(*) from register_fact where sealed is not null group by 1
            """;
    private static final String PAGE = """
            select entry, ordinal::bigint, 'register:' || entry, sealed from register_fact
            where (entry, ordinal) > (:a, :b) and sealed is not null and substring(sealed from 1 for 7) <> :head
            order by entry, ordinal limit :limit for update
            """;
    private static final String PUT = """
            update register_fact f set sealed = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(a, b, was, now)
            where f.entry = u.a and f.ordinal = u.b and f.sealed = u.was
            """;

    @Bean
    Registers registers() {
        return RegisterReader.packaged();
    }

    @Bean
    SealedValues sealedRegisters() {
        return new SealedValues("registers", COUNT, PAGE, PUT);
    }
}
