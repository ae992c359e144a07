package org.huiyin.map;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The operator's own tile server, in WGS-84 or CGCS2000 web-mercator tiles. Without one, positions are told in words.
 *
 * @param tiles address with {z}, {x} and {y}; empty for none
 * @param attribution what the tile server wants named, as plain text
 * @param tileServers origins pictures may come from; the same server as in {@code tiles}
 */
@ConfigurationProperties(prefix = "huiyin.map", ignoreUnknownFields = false)
record MapSettings(
        @DefaultValue("") String tiles,
        @DefaultValue("") String attribution,
        @DefaultValue List<String> tileServers) {}
