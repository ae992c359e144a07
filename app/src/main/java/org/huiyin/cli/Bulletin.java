package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huiyin.bulletin.BulletinFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./huiyin bulletin}: the month's bulletin as a Word file, with everything behind it as a workbook. */
@Command(
        name = "bulletin",
        description = {
            "Write the month's bulletin (通报) as a Word file ready to be edited, and a workbook with the matters behind every figure.",
            "A month without a published ranking is marked as a draft."
        },
        footer = {"", "Example: ./huiyin bulletin --month 2022-09 --out bulletins", "Both files are written or none."})
final class Bulletin implements Callable<Integer> {

    @Option(
            names = "--month",
            required = true,
            paramLabel = "MONTH",
            description = "2022-09 (assessment month), month/2022-09 or 2022-Q3.")
    private String month = "";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "Where the files go (default: here). Files that are there are left alone.")
    private Path directory = Path.of("");

    @Option(
            names = "--class",
            paramLabel = "CLASS",
            defaultValue = "",
            description = "Rank this class of units only: county, town, department, enterprise.")
    private String kind = "";

    @Option(
            names = "--programme",
            paramLabel = "NAME",
            defaultValue = "three-lists",
            description = "Which programme (default: ${DEFAULT-VALUE}).")
    private String programme = "";

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var request = new BulletinFiles.Request(programme, month, kind, directory, language.locale());
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Application.quiet(database.open())) {
            BulletinFiles.Written written =
                    application.bean(BulletinFiles.class).write(request);
            out.println(written.title() + (written.draft() ? " (draft: no ranking of it was published)" : ""));
            written.files().forEach(file -> out.println("  " + file));
            out.printf("%,d figures, each with its matters.%n", written.figures());
            out.flush();
            return 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
