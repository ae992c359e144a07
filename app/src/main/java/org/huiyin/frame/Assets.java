package org.huiyin.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The addresses of styles, scripts and icons, each with a fingerprint of its content so that browsers may keep it for ever. */
public final class Assets {

    private static final String OWN = "classpath*:static/assets/**/*.*";
    private static final String HTMX = "classpath*:META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";
    private static final String LEAFLET = "classpath*:META-INF/resources/webjars/leaflet/*/dist/leaflet.*";

    /** Its archive lists no directories, so nothing in it is found by a pattern: the version stands here as in the pom. */
    private static final String ECHARTS =
            "classpath*:META-INF/resources/_static/echarts/6.0.0/dist/echarts.common.min.js";

    private final Map<String, String> addresses = new HashMap<>();

    private Assets() {}

    static Assets fromClasspath() {
        Assets assets = new Assets();
        assets.add(OWN, "/static/");
        assets.add(HTMX, "/META-INF/resources/");
        assets.add(LEAFLET, "/META-INF/resources/");
        assets.add(ECHARTS, "/META-INF/resources/");
        return assets;
    }

    /** For {@code huiyin.css}, {@code icons/mark.svg}, {@code htmx.min.js}, {@code leaflet.js}, {@code leaflet.css}, {@code echarts.common.min.js}. */
    public String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No file assets/" + name);
        }
        return address;
    }

    private void add(String pattern, String root) {
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                String location = file.getURL().toString();
                String path = location.substring(location.indexOf(root) + root.length() - 1);
                String name = path.startsWith("/assets/")
                        ? path.substring("/assets/".length())
                        : path.substring(path.lastIndexOf('/') + 1);
                addresses.put(name, path + "?v=" + fingerprint(file.getContentAsByteArray()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fingerprint(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
