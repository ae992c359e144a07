package org.huiyin.cli;

import java.io.PrintWriter;
import org.huiyin.translog.Custody;
import org.huiyin.translog.Custody.Came;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin log}: the keys of the public log, and a log that stands still. */
@Command(
        name = "log",
        description = "Change the keys of the public log, or let one go on that stands still.",
        synopsisSubcommandLabel = "COMMAND")
final class PublicLog implements Runnable {

    private static final int LONGEST_REASON = 300;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "status", description = "Say how the log stands. Exit code 1 when it stands still.")
    int status(@Mixin DatabaseOptions database) {
        try (Application application = Application.quiet(database.open())) {
            Custody.State state = application.bean(Custody.class).state();
            say(state.origin() + ": " + state.entries() + " entries"
                    + (state.signed() == null ? "" : ", newest checkpoint of " + state.signed()));
            state.keys().forEach(key -> say("signs: " + key));
            if (state.still() != null) {
                say("It stands still. " + state.still());
            }
            return state.still() == null ? 0 : 1;
        }
    }

    @Command(
            name = "rotate",
            description =
                    "Make a new key, which signs beside the old one from now on. Publish it, then retire the old one.")
    int rotate(@Mixin DatabaseOptions database) {
        try (Application application = Application.quiet(database.open())) {
            return told(application.bean(Custody.class).rotate(), "The new key, to be published where the old one is:");
        }
    }

    @Command(name = "retire", description = "Let a key sign no more; what it signed stays good.")
    int retire(
            @Mixin DatabaseOptions database,
            @Parameters(paramLabel = "ID", description = "The eight letters after the first plus sign of the key.")
                    String id) {
        try (Application application = Application.quiet(database.open())) {
            return told(application.bean(Custody.class).retire(id), "Signs no more:");
        }
    }

    @Command(
            name = "resume",
            description = {
                "After an older backup was restored: end the log in public and begin another one with what is left.",
                "It gets a name and a key of its own; receipts of the ended one stay good and prove what was lost."
            })
    int resume(
            @Mixin DatabaseOptions database,
            @Option(
                            names = "--because",
                            required = true,
                            paramLabel = "TEXT",
                            description = "What happened, for the public.")
                    String why) {
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            throw new CannotRun("--because needs 1 to " + LONGEST_REASON + " characters");
        }
        try (Application application = Application.quiet(database.open())) {
            return told(
                    application.bean(Custody.class).resume(why),
                    "The log goes on under a new name and with this key, to be published:");
        }
    }

    private int told(Came came, String said) {
        switch (came) {
            case Came.Done(String key, String statement) -> {
                say(said);
                say(key);
                say("Said in public, at /log and /log/statements:");
                say("");
                say(statement);
            }
            case Came.NoOtherKey() ->
                throw new CannotRun(
                        "There is no key of that id, or no other one that could sign; see ./huiyin log status");
            case Came.NothingToResume() ->
                throw new CannotRun(
                        "The database is not older than what was signed; nothing was changed. See ./huiyin log status");
        }
        return 0;
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
