package org.huiyin.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huiyin.sheet.Fault;
import org.huiyin.sheet.Imports;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin import table}: rows of an Excel or CSV file, all of them or none. */
@Command(
        name = "table",
        description = {
            "Take the rows of an Excel or CSV file in, all of them or none.",
            "Kinds: matters, edits, units, people, places, calendar."
        },
        footer = {
            "",
            "Example: ./huiyin import table units units.xlsx --as admin --dry-run",
            "Exit code: 0, or 1 when some cells are wrong and nothing was stored."
        })
final class ImportTable implements Callable<Integer> {

    private static final int SHOWN = 50;

    @Parameters(index = "0", paramLabel = "KIND", description = "What is in it.")
    private String kind = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The .xlsx or .csv file.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Only say what would come of it.")
    private boolean dry;

    @Mixin
    private PersonOption person = new PersonOption();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CannotRun("There is no file " + file);
        }
        try (var application = Application.quiet(database.open())) {
            var page = person.page(application, language.locale());
            Imports imports = application.bean(Imports.class);
            var intake = imports.find(kind, page.reader())
                    .orElseThrow(() -> new CannotRun(
                            "This person takes no " + kind + " in; there are " + String.join(", ", imports.names())));
            return tell(imports.take(page, intake, file, dry, (rows, of) -> {}));
        }
    }

    private int tell(Imports.Came came) {
        var out = spec.commandLine().getOut();
        came.faults().stream().limit(SHOWN).forEach(fault -> out.println(said(fault)));
        if (came.faulty() > 0) {
            throw new CannotRun("%,d faults in %s; nothing was stored".formatted(came.faulty(), file));
        }
        out.printf(
                "%s: %,d rows, %,d new, %,d changed, %,d unchanged%n",
                dry ? "Would be stored" : "Stored", came.rows(), came.added(), came.changed(), came.same());
        out.flush();
        return 0;
    }

    private static String said(Fault fault) {
        return "%-6s %s %s".formatted(fault.cell(), fault.heading(), fault.said());
    }
}
