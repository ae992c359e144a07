package org.huiyin.activity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How short messages leave the house; {@code huiyin.short-messages.*}.
 *
 * @param address of the gateway that takes them by HTTPS as {@code {"to": …, "text": …}}; empty for none
 * @param key shown to the gateway as a bearer token; empty for none
 * @param show without a gateway, whether messages are shown on the page that asks for them: for demonstrations alone
 */
@ConfigurationProperties("huiyin.short-messages")
record ShortMessageSettings(
        @DefaultValue("") String address,
        @DefaultValue("") String key,
        @DefaultValue("false") boolean show) {}
