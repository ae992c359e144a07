package org.huiyin.mail;

import org.huiyin.notice.Forwarding;
import org.huiyin.privacy.SealedValues;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the module, and hands its sealed addresses to whoever changes the key. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class MailSetup {

    private static final String COUNT = """
            select case when substring(sealed from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed from 4 for 4), 'hex') else '' end,
              count(*) from mail_address group by 1
            """;
    private static final String PAGE = """
            select account, 0::bigint, 'mail:' || account, sealed from mail_address
            where (account, 0::bigint) > (:a::bigint, :b::bigint) and substring(sealed from 1 for 7) <> :head
            order by 1, 2 limit :limit for update
            """;
    private static final String PUT = """
            update mail_address t set sealed = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(a, b, was, now)
            where t.sealed = u.was and t.account = u.a
            """;
    private static final String COUNT_RAISERS = """
            select case when substring(sealed from 1 for 3) = '\\x484b01'::bytea then encode(substring(sealed from 4 for 4), 'hex') else '' end,
              count(*) from mail_raiser group by 1
            """;
    private static final String PAGE_OF_RAISERS = """
            select matter_id, 0::bigint, 'mail-raiser:' || matter_id, sealed from mail_raiser
            where (matter_id, 0::bigint) > (:a::bigint, :b::bigint) and substring(sealed from 1 for 7) <> :head
            order by 1, 2 limit :limit for update
            """;
    private static final String PUT_RAISERS = """
            update mail_raiser t set sealed = u.now from unnest(:as::bigint[], :bs::bigint[], :was::bytea[], :now::bytea[]) u(a, b, was, now)
            where t.sealed = u.was and t.matter_id = u.a
            """;

    @Bean
    SealedValues mailAddresses() {
        return new SealedValues("mail addresses", COUNT, PAGE, PUT);
    }

    @Bean
    SealedValues raisersMailAddresses() {
        return new SealedValues("raisers' mail addresses", COUNT_RAISERS, PAGE_OF_RAISERS, PUT_RAISERS);
    }

    /** @throws IllegalArgumentException when mail is to go out and nobody said under which address people reach this service */
    @Bean
    Forwarding forwarding(MailSettings settings, LetterWriter writer) {
        if (settings.on()) {
            writer.fault().ifPresent(setting -> {
                throw new IllegalArgumentException(
                        "Mail links to pages: " + setting + " has to be set once huiyin.mail.host is");
            });
        }
        return settings::on;
    }
}
