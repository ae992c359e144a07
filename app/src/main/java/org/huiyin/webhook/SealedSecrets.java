package org.huiyin.webhook;

import org.huiyin.privacy.SealedValues;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The secrets of webhooks, for changing the key that seals them. */
@Configuration(proxyBeanMethods = false)
class SealedSecrets {

    private static final String COUNT = """
            select case when substring(secret from 1 for 3) = '\\x484b01'::bytea then encode(substring(secret from 4 for 4), 'hex') else '' end,
              count(*) from webhook where secret is not null group by 1
            """;
    private static final String PAGE = """
            select id, 0::bigint, 'webhook', secret from webhook
            where (id, 0::bigint) > (:a::bigint, :b::bigint) and secret is not null and substring(secret from 1 for 7) <> :head
            order by 1, 2 limit :limit for update
            """;
    private static final String PUT = """
            update webhook t set secret = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(a, b, was, now)
            where t.secret = u.was and t.id = u.a
            """;
    private static final String COUNT_FORMER = """
            select case when substring(former_secret from 1 for 3) = '\\x484b01'::bytea then encode(substring(former_secret from 4 for 4), 'hex') else '' end,
              count(*) from webhook where former_secret is not null group by 1
            """;
    private static final String PAGE_FORMER = """
            select id, 0::bigint, 'webhook', former_secret from webhook
            where (id, 0::bigint) > (:a::bigint, :b::bigint) and former_secret is not null and substring(former_secret from 1 for 7) <> :head
            order by 1, 2 limit :limit for update
            """;
    private static final String PUT_FORMER = """
            update webhook t set former_secret = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(a, b, was, now)
            where t.former_secret = u.was and t.id = u.a
            """;

    @Bean
    SealedValues webhookSecrets() {
        return new SealedValues("webhook secrets", COUNT, PAGE, PUT);
    }

    @Bean
    SealedValues formerWebhookSecrets() {
        return new SealedValues("former webhook secrets", COUNT_FORMER, PAGE_FORMER, PUT_FORMER);
    }
}
