package org.huiyin.alike;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Step;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Matters that say the same, side by side, to be merged by a person who has read them. */
@Controller
class AlikePage {

    private static final int MOST = 12;

    private final StaticTemplates templates = new StaticTemplates();
    private final Beside beside;
    private final Clusters clusters;
    private final MatterLookup lookup;

    AlikePage(Beside beside, Clusters clusters, MatterLookup lookup) {
        this.beside = beside;
        this.clusters = clusters;
        this.lookup = lookup;
    }

    /** One matter and those like it. */
    @GetMapping("/desk/matters/{number}/alike")
    JteModel alike(@PathVariable String number, Page page) {
        AlikeGroup group = beside(number, page);
        return templates.alikeGroups(
                page, List.of(group), group.sides().getFirst().number());
    }

    AlikeGroup beside(String number, Page page) {
        Matter matter = MatterNumber.read(number)
                .flatMap(lookup::find)
                .filter(found -> lookup.mayRead(page.reader(), found))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
        List<AlikeSide> sides = Stream.concat(
                        Stream.of(beside.itself(page, matter)), beside.of(page, matter, MOST).stream())
                .toList();
        return new AlikeGroup(beside.merge(page.reader(), matter).orElse(""), sides);
    }

    /** Everything that waits on the reader's desk and seems to be one. */
    @GetMapping("/desk/alike")
    JteModel waiting(Page page) {
        return templates.alikeGroups(page, groups(page), "");
    }

    List<AlikeGroup> groups(Page page) {
        return clusters.of(page.reader(), page.formats().now()).stream()
                .map(group -> group(page, group))
                .toList();
    }

    private AlikeGroup group(Page page, List<Matter> matters) {
        Map<Long, List<Step>> histories =
                lookup.histories(matters.stream().map(Matter::id).toList());
        return new AlikeGroup(
                Clusters.merge(lookup.programmeOf(matters.getFirst())),
                matters.stream()
                        .map(matter -> beside.side(page, matter, histories.getOrDefault(matter.id(), List.of()), ""))
                        .toList());
    }
}
