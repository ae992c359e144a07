package org.huiyin.notice;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When messages reach people; {@code huiyin.notice.*}.
 *
 * @param quietFrom the hour of the day from which messages wait
 * @param quietTo the hour of the next working day at which they arrive
 * @param digestAfter what comes later than that after its time goes into one digest a person
 */
@ConfigurationProperties("huiyin.notice")
record NoticeSettings(
        @DefaultValue("21") int quietFrom,
        @DefaultValue("8") int quietTo,
        @DefaultValue("1h") Duration digestAfter) {

    NoticeSettings {
        if (quietTo < 0 || quietTo >= quietFrom || quietFrom > 24) {
            throw new IllegalArgumentException(
                    "Quiet hours end in the morning and begin in the evening: huiyin.notice.quiet-from=" + quietFrom
                            + ", huiyin.notice.quiet-to=" + quietTo);
        }
    }
}
