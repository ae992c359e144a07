package org.huiyin.handbook;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Relation;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The mechanisms for programs: which steps there are, and the form of each as JSON Schema. */
@RestController
@RequestMapping("/api/v1")
@Scoped(Scope.BASIC)
class ProgrammeApi {

    private final Programmes programmes;

    ProgrammeApi(Programmes programmes) {
        this.programmes = programmes;
    }

    /** A mechanism in its newest version. */
    record ProgrammeJson(String name, int version, LocalDate effectiveFrom, String title) {}

    /** A word that states, lists and categories are called by, and its name for readers. */
    record Named(String name, String title) {}

    /** A state, and the list it counts on. */
    record StateJson(
            String name,
            String title,
            String list,
            @Nullable String worklist,
            boolean end) {}

    /**
     * A step.
     *
     * @param from the states it may be taken in; none for one that begins a matter
     * @param by who may take it
     * @param evidence how many attachments it needs at least
     * @param fields its form as JSON Schema
     */
    record StepJson(
            String name,
            String title,
            List<String> from,
            List<String> to,
            List<String> by,
            int evidence,
            Map<String, Object> fields) {}

    /** A mechanism as it is defined. */
    record Definition(
            String name,
            int version,
            LocalDate effectiveFrom,
            String title,
            List<Named> lists,
            List<Named> categories,
            List<StateJson> states,
            List<StepJson> steps,
            List<Named> clocks) {}

    @GetMapping("/programmes")
    Items<ProgrammeJson> all(Page page) {
        return Items.all(programmes.newest().stream()
                .map(one -> new ProgrammeJson(one.name(), one.version(), one.effectiveFrom(), page.t(one.title())))
                .toList());
    }

    @GetMapping("/programmes/{name}")
    Definition one(@PathVariable String name, Page page) {
        Programme programme =
                programmes.newest(name).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        return new Definition(
                programme.name(),
                programme.version(),
                programme.effectiveFrom(),
                page.t(programme.title()),
                programme.lists().values().stream()
                        .map(list -> new Named(list.name(), page.t(list.title())))
                        .toList(),
                categories(programme, page),
                programme.states().values().stream()
                        .map(state -> new StateJson(
                                state.name(), page.t(state.title()), state.list(), state.worklist(), state.end()))
                        .toList(),
                programme.steps().values().stream()
                        .map(step -> step(step, page))
                        .toList(),
                programme.clocks().values().stream()
                        .map(clock -> new Named(clock.name(), page.t(clock.title())))
                        .toList());
    }

    /** The categories of every programme, each once. */
    @GetMapping("/categories")
    Items<Named> categories(Page page) {
        return Items.all(programmes.newest().stream()
                .flatMap(programme -> categories(programme, page).stream())
                .distinct()
                .toList());
    }

    private static List<Named> categories(Programme programme, Page page) {
        return programme.categories().values().stream()
                .map(category -> new Named(category.name(), page.t(category.title())))
                .toList();
    }

    private static StepJson step(StepRule step, Page page) {
        return new StepJson(
                step.name(),
                page.t(step.title()),
                step.from().stream().sorted().toList(),
                step.to().stream().map(StepRule.Branch::state).toList(),
                step.by().stream().map(Relation::key).sorted().toList(),
                step.evidence(),
                step.form().jsonSchema(page.locale()));
    }
}
