package org.huiyin.mechanism;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.track.Discretion;
import org.huiyin.track.Spoken;

/** What a step said in a field. Whoever shows it asks first whether its reader may know. */
record Saying(Step step, Object value) {

    /** Everything that was said in a field, the latest first. */
    static Stream<Saying> of(List<Step> history, String field) {
        return history.reversed().stream()
                .flatMap(step -> Stream.ofNullable(step.fields().get(field)).map(value -> new Saying(step, value)));
    }

    static Optional<Object> last(List<Step> history, String field) {
        return of(history, field).map(Saying::value).findFirst();
    }

    /** The field as the step that said this asked for it. */
    Optional<Field> field(Programme programme, String name) {
        return programme.step(step.name()).flatMap(rule -> rule.form().field(name));
    }

    /** Whether staff who read the matter may know this of it. */
    boolean readable(Programme programme, String name, Discretion discretion) {
        return field(programme, name)
                .filter(field -> discretion.mayRead(step, field))
                .isPresent();
    }

    /** In the words of staff who read the matter, as far as they may know who raised it. */
    Optional<String> told(
            Programme programme, String name, Discretion discretion, Page page, Organisation organisation) {
        return field(programme, name)
                .filter(field -> discretion.mayRead(step, field))
                .map(field -> new Spoken(page, organisation.units(), organisation.places())
                        .say(field, discretion.shown(step, field, value)));
    }
}
