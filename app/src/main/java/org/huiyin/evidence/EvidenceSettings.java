package org.huiyin.evidence;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of uploads and where they are kept; {@code huiyin.evidence.*}.
 *
 * @param directory where attachments are kept; it belongs into the same backup as the database
 * @param photo the largest picture that is taken
 * @param document the largest PDF, office or text file that is taken
 * @param request the largest whole request with files
 * @param perStep how many attachments one step may carry
 * @param megapixels the most pixels a picture may have, in millions
 * @param looseFor how long an upload waits for its step before it is swept
 * @param anonymousPerAddress what people who are not signed in may upload from one address within an hour; a file counts as 1 MB at least
 * @param anonymousInAll what all of them together may upload within an hour, to each running Huiyin
 * @param reserve space that stays free on the disk; uploads are refused below it
 */
@ConfigurationProperties("huiyin.evidence")
record EvidenceSettings(
        @DefaultValue("${user.home}/.local/share/huiyin/evidence")
        Path directory,

        @DefaultValue("15MB") DataSize photo,
        @DefaultValue("20MB") DataSize document,
        @DefaultValue("150MB") DataSize request,
        @DefaultValue("9") int perStep,
        @DefaultValue("40") int megapixels,
        @DefaultValue("24h") Duration looseFor,
        @DefaultValue("300MB") DataSize anonymousPerAddress,
        @DefaultValue("8GB") DataSize anonymousInAll,
        @DefaultValue("1GB") DataSize reserve) {

    DataSize largest() {
        return photo.compareTo(document) > 0 ? photo : document;
    }
}
