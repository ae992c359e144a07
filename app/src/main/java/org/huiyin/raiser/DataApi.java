package org.huiyin.raiser;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.track.Keyholders;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is held of a raiser, for a program of theirs: they take it along, and ask for it to be erased. */
@RestController
@RequestMapping("/api/v1/matters/{number}")
class DataApi {

    private final Owned owned;
    private final Holdings holdings;
    private final ErasureRequests requests;

    DataApi(Owned owned, Holdings holdings, ErasureRequests requests) {
        this.owned = owned;
        this.holdings = holdings;
        this.requests = requests;
    }

    /**
     * A request for erasure and what came of it.
     *
     * @param askedAt null when nobody asked
     * @param granted null while it is undecided
     * @param anonymisedAt null while the matter is whole
     */
    record ErasureJson(
            String matter,
            @Nullable Instant askedAt,
            @Nullable Boolean granted,
            @Nullable String reason,
            @Nullable Instant anonymisedAt) {}

    /** Everything. */
    @GetMapping("/data")
    @Scoped(Scope.MATTERS_READ)
    Map<String, Object> whole(
            @PathVariable String number,
            @RequestHeader(name = Keyholders.HEADER, defaultValue = "") String code,
            Page page,
            HttpServletRequest request) {
        return holdings.whole(page, owned.callers(page, number, request));
    }

    @GetMapping("/erasure")
    @Scoped(Scope.MATTERS_READ)
    ErasureJson asked(
            @PathVariable String number,
            @RequestHeader(name = Keyholders.HEADER, defaultValue = "") String code,
            Page page,
            HttpServletRequest request) {
        return shown(owned.callers(page, number, request));
    }

    /** Asks for it to be erased, or asks again after a refusal. */
    @PostMapping("/erasure")
    @Scoped(Scope.MATTERS_RAISE)
    ErasureJson ask(
            @PathVariable String number,
            @RequestHeader(name = Keyholders.HEADER, defaultValue = "") String code,
            Page page,
            HttpServletRequest request) {
        Matter matter = owned.callers(page, number, request);
        if (page.reader().staff()) {
            throw new ProblemException(Problem.of("staff-not-raiser", 403));
        }
        requests.ask(matter.id());
        return shown(matter);
    }

    private ErasureJson shown(Matter matter) {
        ErasureRequests.Request asked = requests.of(matter.id());
        return new ErasureJson(
                matter.number().toString(),
                asked.askedAt(),
                asked.decidedAt() == null ? null : asked.granted(),
                asked.reason(),
                asked.anonymisedAt());
    }
}
