package org.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModulesTest {

    /** From the ground up; a module may use only those before it. */
    private static final List<String> ORDER = List.of(
            "calendar",
            "programme",
            "privacy",
            "org",
            "database",
            "text",
            "matter",
            "frame",
            "paper",
            "map",
            "key",
            "api",
            "outbound",
            "evidence",
            "sheet",
            "account",
            "timetable",
            "catalogue",
            "track",
            "search",
            "intake",
            "worklist",
            "alike",
            "topic",
            "handbook",
            "translog",
            "raiser",
            "open311",
            "assessment",
            "publicity",
            "notice",
            "mail",
            "supervision",
            "sample",
            "webhook",
            "routing",
            "suggestion",
            "circuit",
            "register",
            "activity",
            "deputy",
            "mechanism",
            "round",
            "reading",
            "replay",
            "city",
            "bulletin",
            "cli");

    private static final Path DRAWING = Path.of("../docs/modules.md");

    private final ApplicationModules modules = ApplicationModules.of(HuiyinApplication.class);

    @Test
    void modules_use_only_what_others_show() {
        modules.verify();
    }

    @Test
    void every_module_has_its_place_in_the_order() {
        assertThat(ORDER).containsAll(names());
    }

    @Test
    void arrows_point_down_only() {
        for (var module : modules) {
            var name = name(module);
            assertThat(uses(module))
                    .as("what %s uses", name)
                    .allSatisfy(used -> assertThat(ORDER.indexOf(used)).isLessThan(ORDER.indexOf(name)));
        }
    }

    @Test
    void the_drawing_in_docs_is_up_to_date() throws IOException {
        var drawn = drawing();
        var before = Files.exists(DRAWING) ? Files.readString(DRAWING) : "";
        Files.writeString(DRAWING, drawn);

        assertThat(drawn).as("docs/modules.md is drawn anew: commit it").isEqualTo(before);
    }

    private String drawing() {
        var drawing = new StringBuilder(
                "# Modules\n\nDrawn by ModulesTest from the code; an arrow says \"uses\".\n\n```mermaid\n");
        drawing.append("flowchart TD\n");
        for (var name : new TreeSet<>(names())) {
            modules.getModuleByName(name)
                    .ifPresent(module -> uses(module)
                            .forEach(used -> drawing.append("  ")
                                    .append(name)
                                    .append(" --> ")
                                    .append(used)
                                    .append('\n')));
        }
        return drawing.append("```\n").toString();
    }

    private TreeSet<String> uses(ApplicationModule module) {
        var uses = new TreeSet<String>();
        module.getDirectDependencies(modules).uniqueModules().forEach(used -> uses.add(name(used)));
        return uses;
    }

    private List<String> names() {
        return modules.stream().map(ModulesTest::name).toList();
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
