package org.huiyin.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.key.KeyHolder;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** As whom a program calls, and with what. */
@RestController
@Scoped(Scope.BASIC)
class MeApi {

    /**
     * Who calls.
     *
     * @param post 0 for residents, and for callers who are not signed in
     * @param key null without a key
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            boolean signedIn,
            String name,
            String role,
            long post,
            int unit,
            boolean everywhere,
            List<String> places,
            @Nullable Shown key) {

        /** The key the call was made with. */
        record Shown(String id, String name, List<String> scopes, Instant expiresAt) {}
    }

    @GetMapping("/api/v1/me")
    Me show(Page page, HttpServletRequest request) {
        Actor actor = page.reader();
        return new Me(
                actor.signedIn(),
                actor.name(),
                actor.role().name(),
                actor.post(),
                actor.unit(),
                actor.reach().everywhere(),
                actor.reach().places(),
                KeyHolder.of(request)
                        .map(key -> new Me.Shown(
                                key.id(),
                                key.name(),
                                key.scopes().stream().map(Scope::key).toList(),
                                key.expiresAt()))
                        .orElse(null));
    }
}
