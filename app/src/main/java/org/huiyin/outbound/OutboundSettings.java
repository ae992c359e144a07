package org.huiyin.outbound;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whom Huiyin calls; {@code huiyin.outbound.*}.
 *
 * @param allow networks inside that may be called all the same, such as {@code 10.20.0.0/16}
 */
@ConfigurationProperties("huiyin.outbound")
record OutboundSettings(@DefaultValue("") List<String> allow) {

    List<Network> networks() {
        return allow.stream().filter(one -> !one.isBlank()).map(Network::parse).toList();
    }
}
