package org.huiyin.publicity;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the files of open data are made and where they are kept; {@code huiyin.open-data.*}.
 *
 * @param directory where they are kept; the same for all machines
 * @param nightly whether they are made by themselves at all
 * @param hour the hour of the night
 * @param days how many days they are kept
 */
@ConfigurationProperties("huiyin.open-data")
record DataSettings(
        @DefaultValue("${user.home}/.local/share/huiyin/open-data")
        Path directory,

        @DefaultValue("true") boolean nightly,
        @DefaultValue("3") int hour,
        @DefaultValue("7") int days) {

    DataSettings {
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("huiyin.open-data.hour is 0 to 23");
        }
        if (days < 1 || days > 400) {
            throw new IllegalArgumentException("huiyin.open-data.days is 1 to 400");
        }
    }
}
