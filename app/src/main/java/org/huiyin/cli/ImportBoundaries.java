package org.huiyin.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.huiyin.org.BoundaryImport;
import org.huiyin.org.BoundaryImport.Mismatch;
import org.huiyin.org.BoundaryImport.Report;
import org.huiyin.org.Crs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./huiyin import boundaries}: the outlines of counties, towns and villages, which Huiyin does not ship. */
@Command(
        name = "boundaries",
        description = {
            "Take in the boundaries of your places from a GeoJSON FeatureCollection.",
            "Each feature is a Polygon or MultiPolygon whose properties hold the official code as adcode, and a name."
        },
        footer = {"", "Example: ./huiyin import boundaries counties.geojson --crs gcj02"})
final class ImportBoundaries implements Callable<Integer> {

    private static final long LARGEST_BYTES = 100L * 1024 * 1024;

    @Parameters(paramLabel = "FILE", description = "The GeoJSON file.")
    private Path file = Path.of("");

    @Option(
            names = "--crs",
            defaultValue = "WGS84",
            description = "Coordinates of the file: wgs84, gcj02 (AMap, DataV) or cgcs2000 (default: wgs84).")
    private Crs crs = Crs.WGS84;

    @Option(
            names = "--by-name",
            description = "Take features of an unknown code for the one place of the same name, where there is one.")
    private boolean byName;

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        var json = read();
        try (var application = Application.quiet(database.open())) {
            var report =
                    application.bean(BoundaryImport.class).take(json, crs, byName, String.valueOf(file.getFileName()));
            return tell(report, spec.commandLine().getOut());
        }
    }

    private byte[] read() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new CannotRun("There is no file " + file);
        }
        if (Files.size(file) > LARGEST_BYTES) {
            throw new CannotRun("The file " + file + " is larger than 100 MB; simplify it first");
        }
        return Files.readAllBytes(file);
    }

    private int tell(Report report, PrintWriter out) {
        if (!report.faults().isEmpty()) {
            throw new CannotRun("Nothing was taken from " + file + ":\n  " + String.join("\n  ", report.faults()));
        }
        out.println(report.stored().size() + " boundaries taken: " + String.join(" ", report.stored()));
        report.mismatches().forEach(mismatch -> out.println("No place has the code " + describe(mismatch)));
        if (!byName && report.mismatches().stream().anyMatch(mismatch -> mismatch.perhaps() != null)) {
            out.println("Say --by-name to take those for the places of the same name.");
        }
        if (!report.stored().isEmpty()) {
            out.println("A Huiyin that is running shows them after its next start.");
        }
        out.flush();
        return report.stored().isEmpty() ? 1 : 0;
    }

    private static String describe(Mismatch mismatch) {
        var said = (mismatch.code().isEmpty() ? "(none)" : mismatch.code()) + " " + mismatch.name();
        var perhaps = mismatch.perhaps();
        return perhaps == null
                ? said
                : said + "; perhaps " + perhaps.code() + " " + perhaps.name().zh() + " is meant";
    }
}
