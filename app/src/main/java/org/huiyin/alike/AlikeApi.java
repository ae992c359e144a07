package org.huiyin.alike;

import java.util.List;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Matters that say the same, for programs; merging them is a step. */
@RestController
@Scoped(Scope.MATTERS_READ)
class AlikeApi {

    private final AlikePage pages;

    AlikeApi(AlikePage pages) {
        this.pages = pages;
    }

    /**
     * Matters that may be one.
     *
     * @param merge the step that merges them; empty when this post may not
     */
    record AlikeJson(String merge, List<SideJson> matters) {

        static AlikeJson of(AlikeGroup group) {
            return new AlikeJson(
                    group.merge(), group.sides().stream().map(SideJson::of).toList());
        }
    }

    /** @param why why it is held to be alike; empty for the matter itself */
    record SideJson(String matter, int version, String title, String text, String place, String state, String why) {

        static SideJson of(AlikeSide side) {
            String version = side.row().substring(side.row().indexOf(':') + 1);
            return new SideJson(
                    side.number(),
                    Integer.parseInt(version),
                    side.title(),
                    side.text(),
                    side.place(),
                    side.state(),
                    side.why());
        }
    }

    /** One matter, first, and those like it. */
    @GetMapping("/api/v1/matters/{number}/alike")
    AlikeJson alike(@PathVariable String number, Page page) {
        return AlikeJson.of(pages.beside(number, page));
    }

    /** Everything that waits on the desk of this post and seems to be one. */
    @GetMapping("/api/v1/alike")
    Items<AlikeJson> waiting(Page page) {
        return Items.all(pages.groups(page).stream().map(AlikeJson::of).toList());
    }
}
