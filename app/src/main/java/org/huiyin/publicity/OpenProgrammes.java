package org.huiyin.publicity;

import java.util.List;
import java.util.Optional;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The programmes whose matters stand on the board. */
@Component
class OpenProgrammes {

    private final Programmes programmes;
    private final List<String> names;

    OpenProgrammes(Programmes programmes, @Value("${huiyin.intake.programmes:three-lists}") List<String> names) {
        this.programmes = programmes;
        this.names = List.copyOf(names);
    }

    String[] names() {
        return names.toArray(String[]::new);
    }

    /** The newest version of the first of them: its lists and categories are those of the board. */
    Programme newest() {
        return programmes.versions().stream()
                .filter(programme -> programme.name().equals(names.getFirst()))
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException("No programme " + names.getFirst()));
    }

    Optional<Programme> version(String name, int version) {
        return programmes.versions().stream()
                .filter(programme ->
                        programme.version() == version && programme.name().equals(name))
                .findFirst();
    }
}
