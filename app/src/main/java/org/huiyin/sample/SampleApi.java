package org.huiyin.sample;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The samples for programs, as anybody may check them. */
@RestController
@RequestMapping("/api/v1/samples")
@Scoped(Scope.BASIC)
class SampleApi {

    private static final int MOST = 48;

    private final Samples samples;

    SampleApi(Samples samples) {
        this.samples = samples;
    }

    /**
     * A sample.
     *
     * @param seed null until it was drawn
     */
    record SampleJson(
            String programme,
            String kind,
            String month,
            String commitment,
            Instant committedAt,
            @Nullable String seed,
            @Nullable Instant drawnAt) {}

    /** A matter of the list a sample was drawn from, and its place in the order of the lot. */
    record MemberJson(String matter, int unit, int place, boolean drawn) {}

    @GetMapping
    Items<SampleJson> all(Page page) {
        return Items.all(samples.all(MOST).stream()
                .map(one -> new SampleJson(
                        one.programme(),
                        one.kind(),
                        one.month().toString(),
                        one.commitment(),
                        one.committedAt(),
                        one.seed(),
                        one.drawnAt()))
                .toList());
    }

    @GetMapping("/{programme}/{kind}/{month}")
    Items<MemberJson> members(@PathVariable String programme, @PathVariable String kind, @PathVariable String month) {
        YearMonth read = SamplePage.month(month);
        List<Lot.Drawn> members = samples.find(programme, kind, read)
                .filter(found -> found.seed() != null)
                .map(samples::members)
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        return Items.all(members.stream()
                .map(one -> new MemberJson(one.matter().toString(), one.unit(), one.place(), one.chosen()))
                .toList());
    }
}
