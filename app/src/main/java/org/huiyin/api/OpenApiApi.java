package org.huiyin.api;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of the API. */
@RestController
@Scoped(Scope.BASIC)
class OpenApiApi {

    private final OpenApi description;
    private final Map<Locale, byte[]> written = new ConcurrentHashMap<>();

    OpenApiApi(OpenApi description) {
        this.description = description;
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> read(Page page) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, page.lang())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(written.computeIfAbsent(page.locale(), description::json));
    }
}
