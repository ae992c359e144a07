package org.huiyin.suggestion;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * When and how the city's model is learned anew; {@code huiyin.suggestion.*}.
 *
 * @param nightly whether it is learned by itself at all
 * @param hour the hour of the night
 * @param longest how long one learning may take before it is ended
 * @param heap the memory it may take beside the service
 */
@ConfigurationProperties("huiyin.suggestion")
record SuggestionSettings(
        @DefaultValue("true") boolean nightly,
        @DefaultValue("2") int hour,
        @DefaultValue("30m") Duration longest,
        @DefaultValue("1GB") DataSize heap) {

    SuggestionSettings {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("huiyin.suggestion.hour is 0 to 23");
        }
    }
}
