package org.huiyin.activity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The kinds of activity this installation knows, in all their versions. Immutable. */
public final class Kinds {

    private final List<Kind> all;

    Kinds(List<Kind> all) {
        List<Kind> sorted = new ArrayList<>(all);
        sorted.sort(Comparator.comparing(Kind::name).thenComparing(Kind::version));
        this.all = List.copyOf(sorted);
    }

    /** The newest version of each. */
    public List<Kind> newest() {
        return all.stream()
                .filter(kind -> newest(kind.name()).orElseThrow() == kind)
                .toList();
    }

    public Optional<Kind> newest(String name) {
        return all.stream().filter(kind -> kind.name().equals(name)).reduce((older, newer) -> newer);
    }

    /** The version an activity was planned under; a fault when it is gone. */
    public Kind version(String name, int version) {
        return all.stream()
                .filter(kind -> kind.name().equals(name) && kind.version() == version)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Version " + version + " of the activity “" + name
                        + "” is gone, but there are activities planned under it"));
    }

    public Kind of(Activity activity) {
        return version(activity.kind(), activity.kindVersion());
    }
}
