package org.huiyin.open311;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the city presents itself; {@code huiyin.open311.*}.
 *
 * @param jurisdiction the jurisdiction_id of the city; empty when applications need not name one
 * @param contact whom developers ask
 * @param keyService how they get a key
 * @param batch whether a request that is posted is answered with a token at once and raised a moment later
 */
@ConfigurationProperties("huiyin.open311")
record Open311Settings(
        @DefaultValue("") String jurisdiction,
        @DefaultValue("") String contact,
        @DefaultValue("") String keyService,
        @DefaultValue("false") boolean batch) {}
