package org.huiyin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.privacy.Rotation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin keys}: the keys that seal personal data, and changing them. */
@Command(
        name = "keys",
        description = "Show and change the keys that seal personal data.",
        synopsisSubcommandLabel = "COMMAND")
final class Keys implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "status", description = "List the keys and how much each seals.")
    int status(@Mixin DatabaseOptions database) {
        try (Application application = Application.quiet(database.open())) {
            return tell(application.bean(Rotation.class));
        }
    }

    private int tell(Rotation rotation) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("key", "since", "seals", ""));
        boolean whole = true;
        for (Rotation.Use use : rotation.uses()) {
            boolean missing = use.since() == null && !use.id().isEmpty();
            whole &= !missing;
            rows.add(List.of(
                    use.id().isEmpty() ? "(before keys had names)" : use.id(),
                    use.since() == null || use.since().equals(Instant.EPOCH)
                            ? ""
                            : use.since().toString(),
                    use.values().entrySet().stream()
                            .map(one -> "%,d %s".formatted(one.getValue(), one.getKey()))
                            .collect(Collectors.joining(", ")),
                    missing ? "MISSING: nobody can read these" : use.current() ? "seals now" : ""));
        }
        out().println(new TextTable(rows));
        out().flush();
        return whole ? 0 : 1;
    }

    @Command(
            name = "rotate",
            description = {
                "Make a new key and seal everything anew with it, while people work. Stopped half-way,",
                "./huiyin keys reseal goes on. Query codes stay as they are."
            })
    int rotate(@Mixin DatabaseOptions database) {
        try (Application application = Application.quiet(database.open())) {
            Rotation rotation = application.bean(Rotation.class);
            Optional<String> added = rotation.add(line -> out().println(
                            "The keys are not in a file. Add this line at the end of them, then run ./huiyin keys reseal:\n"
                                    + line));
            if (added.isEmpty()) {
                out().flush();
                return 0;
            }
            out().println("New key " + added.get() + ". Copy the key file to where you keep its copy.");
            return reseal(rotation);
        }
    }

    @Command(name = "reseal", description = "Seal with the newest key whatever an older one sealed.")
    int reseal(@Mixin DatabaseOptions database) {
        try (Application application = Application.quiet(database.open())) {
            return reseal(application.bean(Rotation.class));
        }
    }

    private int reseal(Rotation rotation) {
        Rotation.Done done = rotation.reseal(values -> {});
        out().printf("%,d values sealed anew.%n", done.values());
        done.unreadable().forEach(owner -> out().println("Does not open with any key: " + owner));
        out().flush();
        return done.unreadable().isEmpty() ? 0 : 1;
    }

    @Command(
            name = "retire",
            description = {
                "Take an old key out of the key file, once nothing is sealed with it. It is kept in a file",
                "beside: keep that as long as you keep backups from before."
            })
    int retire(@Mixin DatabaseOptions database, @Parameters(paramLabel = "KEY") String key) {
        try (Application application = Application.quiet(database.open())) {
            out().println("Retired; it lies in "
                    + application.bean(Rotation.class).retire(key) + ". Move that file to your old backups.");
            out().flush();
            return 0;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
