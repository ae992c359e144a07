package org.huiyin.publicity;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address of this service as the public reaches it; without a setting, that of the request. */
@Component
public class Site {

    private final String publicUrl;

    Site(@Value("${huiyin.public-url:}") String publicUrl) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** Without a slash at its end. */
    public String address() {
        return publicUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString()
                : publicUrl;
    }
}
