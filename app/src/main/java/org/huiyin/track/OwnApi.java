package org.huiyin.track;

import java.time.Instant;
import java.util.List;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The matters somebody raised with their own account, for programs. */
@RestController
@Scoped(Scope.MATTERS_READ)
class OwnApi {

    private static final int MOST = 100;

    private final MatterLookup lookup;

    OwnApi(MatterLookup lookup) {
        this.lookup = lookup;
    }

    /** One of them. */
    record OwnJson(
            String number,
            int version,
            String title,
            String place,
            String state,
            Instant raisedAt,
            Instant updatedAt) {}

    @GetMapping("/api/v1/me/matters")
    Items<OwnJson> own(Page page) {
        if (!page.reader().signedIn()) {
            throw new ProblemException(Problem.of("sign-in-first", 401));
        }
        List<Matter> raised = lookup.raisedBy(page.reader().account(), MOST);
        return Items.all(raised.stream()
                .map(matter -> new OwnJson(
                        matter.number().toString(),
                        matter.version(),
                        matter.title(),
                        matter.place(),
                        matter.state(),
                        matter.raisedAt(),
                        matter.updatedAt()))
                .toList());
    }
}
