package org.huiyin.key;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often the API may be called; {@code huiyin.api.*}.
 *
 * @param keyPerMinute by one key, or one person who signs in
 * @param addressPerMinute by everybody else, from one address
 */
@ConfigurationProperties("huiyin.api")
record KeySettings(
        @DefaultValue("600") int keyPerMinute,
        @DefaultValue("300") int addressPerMinute) {

    KeySettings {
        if (keyPerMinute < 1 || addressPerMinute < 1) {
            throw new IllegalArgumentException(
                    "huiyin.api.key-per-minute and huiyin.api.address-per-minute are 1 or more");
        }
    }
}
