package org.huiyin.bulletin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;

/** Writes a bulletin into a directory: the Word file and the workbook, both or neither. */
@Component
public class BulletinFiles {

    private final Bulletins bulletins;
    private final BulletinPaper paper;
    private final BulletinBook book;
    private final Pages pages;

    BulletinFiles(Bulletins bulletins, BulletinPaper paper, BulletinBook book, Pages pages) {
        this.bulletins = bulletins;
        this.paper = paper;
        this.book = book;
        this.pages = pages;
    }

    /**
     * What is asked for.
     *
     * @param kind the class of units that is shown; "" for all that are ranked
     */
    public record Request(String programme, String month, String kind, Path directory, Locale locale) {}

    /** What was written. */
    public record Written(String title, boolean draft, List<Path> files, int figures) {}

    /**
     * Makes both files.
     *
     * @throws IllegalArgumentException when there is no such month or class, nothing to report, or a file of that name already: the office may
     *     have worked on it
     */
    public Written write(Request request) throws IOException {
        Page page = pages.of(Actor.VISITOR, request.locale());
        Bulletin bulletin = bulletin(page, request);
        Path word = request.directory().resolve(bulletin.head().file() + ".docx");
        Path excel = request.directory().resolve(bulletin.head().file() + ".xlsx");
        for (Path file : List.of(word, excel)) {
            if (Files.exists(file)) {
                throw new IllegalArgumentException(
                        file + " is there already and may have been edited: move it away, or choose another --out");
            }
        }
        byte[] text = paper.of(page, bulletin);
        byte[] lists = book.of(page, bulletin);
        Files.createDirectories(request.directory());
        List<Path> made = new ArrayList<>();
        try {
            made.add(Files.write(Files.createTempFile(request.directory(), ".bulletin", ".docx"), text));
            made.add(Files.write(Files.createTempFile(request.directory(), ".bulletin", ".xlsx"), lists));
            Files.move(made.get(0), word, StandardCopyOption.ATOMIC_MOVE);
            made.set(0, word);
            Files.move(made.get(1), excel, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            for (Path file : made) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
        return new Written(
                bulletin.head().title(),
                bulletin.draft(),
                List.of(word, excel),
                bulletin.figures().size());
    }

    private Bulletin bulletin(Page page, Request request) {
        Bulletins.Asked asked = new Bulletins.Asked(request.programme(), request.month(), request.kind());
        return switch (bulletins.write(page, asked)) {
            case Bulletins.Answer.Written(Bulletin bulletin) -> bulletin;
            case Bulletins.Answer.NoBulletins(String programme) ->
                throw new IllegalArgumentException("Nothing says how a bulletin of " + programme + " is written");
            case Bulletins.Answer.NoPeriod(String written) ->
                throw new IllegalArgumentException("Not a month: \"" + written + "\"; expected one such as 2022-09");
            case Bulletins.Answer.Ahead(String name, var from) ->
                throw new IllegalArgumentException("The month " + name + " lies ahead: it begins " + page.time(from));
            case Bulletins.Answer.Nothing(String name) ->
                throw new IllegalArgumentException(
                        "In " + name + " nothing was raised, answered or due: there is nothing to report");
            case Bulletins.Answer.NoClass(String kind, var known) ->
                throw new IllegalArgumentException(
                        "Not a class of units that is ranked: \"" + kind + "\"; there are " + String.join(", ", known));
        };
    }
}
