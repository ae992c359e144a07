package org.huiyin.translog;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator can set about the log.
 *
 * @param keyFile the keys that sign checkpoints, one a line; beside it the newest checkpoint they signed
 * @param origin the log's name, which its keys bear; taken when the key file is made
 * @param witnesses of each witness that cosigns checkpoints its key, a blank and its address; none by default
 */
@ConfigurationProperties("huiyin.log")
record LogSettings(
        @DefaultValue("${user.home}/.local/share/huiyin/log.key")
        Path keyFile,

        @DefaultValue("") String origin,
        @DefaultValue("") List<String> witnesses) {

    List<Witness> asked() {
        return witnesses.stream()
                .filter(one -> !one.isBlank())
                .map(Witness::parse)
                .toList();
    }
}
