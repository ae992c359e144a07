package org.huiyin.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.UnknownSetting;
import org.huiyin.database.DatabaseUnavailable;
import org.huiyin.privacy.KeyTrouble;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.PortInUseException;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in one sentence why a command stopped; what only an engineer can read goes to the log. */
final class Sentences {

    private Sentences() {}

    static int whyItFailed(Exception thrown, CommandLine line, ParseResult parsed) {
        var sentence = known(thrown);
        if (sentence.isEmpty()) {
            LoggerFactory.getLogger(Huiyin.class).error("The command {} stopped", line.getCommandName(), thrown);
        }
        line.getErr().println("huiyin: " + sentence.orElseGet(() -> unknown(thrown)));
        return ExitCode.SOFTWARE;
    }

    static int whatWasNotUnderstood(ParameterException thrown, String[] arguments) {
        var line = thrown.getCommandLine();
        line.getErr().println("huiyin: " + thrown.getMessage());
        UnmatchedArgumentException.printSuggestions(thrown, line.getErr());
        line.getErr().println("Try: ./" + line.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    private static Optional<String> known(Throwable thrown) {
        return causes(thrown)
                .flatMap(cause -> switch (cause) {
                    case CannotRun said -> Stream.of(said.getMessage());
                    case DatabaseUnavailable said -> Stream.of(said.getMessage());
                    case KeyTrouble said -> Stream.of(said.getMessage());
                    case UnknownSetting said -> Stream.of(said.getMessage());
                    case PortInUseException port -> Stream.of(Ports.taken(port.getPort()));
                    default -> Stream.empty();
                })
                .findFirst();
    }

    private static String unknown(Throwable thrown) {
        var root = causes(thrown).reduce((first, second) -> second).orElse(thrown);
        var where = Logs.file().map(file -> " (details in " + file + ")").orElse("");
        return "Something unforeseen happened: " + root.getClass().getSimpleName() + ": " + root.getMessage() + where;
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
