package org.huiyin.publicity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The programmes that stand on the board: all there are. Of one whose titles nobody but those concerned may read the board shows counts alone.
 * Those that residents raise matters under come first, and the first of them is the board's own.
 */
@Component
class OpenProgrammes {

    private final Programmes programmes;
    private final List<String> first;

    OpenProgrammes(Programmes programmes, @Value("${huiyin.intake.programmes:three-lists}") List<String> first) {
        this.programmes = programmes;
        this.first = List.copyOf(first);
    }

    /** The newest version of each. */
    List<Programme> all() {
        List<Programme> all = new ArrayList<>();
        first.forEach(name -> programmes.newest(name).ifPresent(all::add));
        programmes.newest().stream().filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    String[] names() {
        return all().stream().map(Programme::name).toArray(String[]::new);
    }

    /** Those whose matters are listed one by one. */
    String[] listedNames() {
        return all().stream().filter(Programme::titleOpen).map(Programme::name).toArray(String[]::new);
    }

    /** The newest version of the board's own. */
    Programme own() {
        return all().getFirst();
    }

    /** The newest version of a programme; of the board's own when it is not named. */
    Optional<Programme> newest(String name) {
        return name.isEmpty() ? Optional.of(own()) : programmes.newest(name);
    }

    Optional<Programme> version(String name, int version) {
        return programmes.versions().stream()
                .filter(programme ->
                        programme.version() == version && programme.name().equals(name))
                .findFirst();
    }

    /** The lists a matter goes through when all goes well: the open ones, and the first behind them. */
    static List<String> main(Programme programme) {
        List<Programme.ListRule> lists = List.copyOf(programme.lists().values());
        return Stream.concat(
                        lists.stream().filter(Programme.ListRule::open),
                        lists.stream().filter(list -> !list.open()).limit(1))
                .map(Programme.ListRule::name)
                .toList();
    }

    /** The list on which what went well ends. */
    static String result(Programme programme) {
        return main(programme).getLast();
    }

    /** How far along a list is: problem, task, result, or the rest. */
    static String tone(Programme programme, String list) {
        List<String> main = main(programme);
        int place = main.indexOf(list);
        if (place < 0) {
            return "rest";
        }
        return place == main.size() - 1 ? "result" : place == 0 ? "problem" : "task";
    }
}
