package org.huiyin.cli;

import java.nio.file.Path;
import org.huiyin.database.Address;
import org.huiyin.database.EmbeddedDatabase;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Says which database a command works on: our own in a data directory, or the operator's. */
final class DatabaseOptions {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = DataOption.USUAL,
            description = "Directory of the demonstration (default: ${DEFAULT-VALUE}).")
    private Path data = Path.of("");

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = "Work on this database instead: jdbc:postgresql://host/name.")
    private @Nullable String url;

    /** Opens it; our own is started for the time of the command. */
    OpenDatabase open() {
        return url == null ? OpenDatabase.own(DataOption.prepare(data)) : OpenDatabase.served(address(url));
    }

    /** Opens it for a command that only reads: our own is joined where it is being served, and started otherwise. */
    OpenDatabase openBeside() {
        if (url != null) {
            return open();
        }
        Path prepared = DataOption.prepare(data);
        return EmbeddedDatabase.running(prepared)
                .map(address -> OpenDatabase.beside(prepared, address))
                .orElseGet(() -> OpenDatabase.own(prepared));
    }

    static Address address(String url) {
        return new Address(url, System.getenv("HUIYIN_DATABASE_USER"), System.getenv("HUIYIN_DATABASE_PASSWORD"));
    }
}
