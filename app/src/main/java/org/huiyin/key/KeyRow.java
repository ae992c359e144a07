package org.huiyin.key;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/** A key as the list shows it. */
public record KeyRow(
        String id,
        String name,
        String owner,
        List<String> scopes,
        String state,
        String stateName,
        Instant madeAt,
        String madeBy,
        Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    static KeyRow of(Page page, ApiKey key, String owner) {
        ApiKey.State state = key.state(page.formats().now());
        return new KeyRow(
                key.id(),
                key.name(),
                owner,
                key.scopes().stream().map(Scope::key).toList(),
                state.key(),
                page.t("key.state." + state.key()),
                key.madeAt(),
                key.madeBy(),
                key.expiresAt(),
                key.lastUsedAt());
    }

    public boolean valid() {
        return state.equals("valid");
    }
}
