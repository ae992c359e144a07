package org.huiyin.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huiyin.sheet.Exports;
import org.huiyin.sheet.SheetFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin export}: a list as a file, as one of the people of the house finds it. */
@Command(
        name = "export",
        description = {
            "Write a list into an Excel or CSV file, every row of it, as the person you name finds it on the page.",
            "The lists: desk, board, instruments, callbacks, samples, cases, figures, exclusions, inbox, units, people,"
                    + " places, calendar."
        },
        footer = {"", "Example: ./huiyin export desk overdue.xlsx --as duban --with list=overdue"})
final class Export implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "LIST", description = "Which list.")
    private String list = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "Where to; .xlsx or .csv by its name.")
    private Path file = Path.of("");

    @Option(
            names = "--with",
            paramLabel = "NAME=VALUE",
            description = "A parameter of the list's page, such as list=overdue or place=421002; again for more.")
    private Map<String, String> parameters = new LinkedHashMap<>();

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
        String name = String.valueOf(file.getFileName());
        SheetFormat format = name.endsWith(".csv")
                ? SheetFormat.CSV
                : name.endsWith(".xlsx") ? SheetFormat.XLSX : refuse("The file has to end in .xlsx or .csv: " + file);
        Path half = Path.of(file + ".part");
        try (var application = Application.quiet(database.open())) {
            var page = person.page(application, language.locale());
            Exports exports = application.bean(Exports.class);
            var chosen = exports.find(list, page.reader())
                    .orElseThrow(() -> new CannotRun("There is no list " + list + " for this person; there are "
                            + String.join(", ", exports.names())));
            ProgressBar bar = new ProgressBar(spec.commandLine().getOut());
            Exports.Written written;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(half), 1 << 16)) {
                written = exports.write(page, chosen, parameters, format, out, (rows, of) -> {
                    if (of > 0) {
                        bar.at("rows", rows, of);
                    }
                });
            }
            Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            spec.commandLine().getOut().printf("%,d rows of “%s” are in %s%n", written.rows(), written.title(), file);
            spec.commandLine().getOut().flush();
            return 0;
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private static SheetFormat refuse(String why) {
        throw new CannotRun(why);
    }
}
