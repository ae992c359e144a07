package org.huiyin.bulletin;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A bulletin on screen and on paper, as a Word file, and with everything behind it as a workbook. For supervisors of the whole city. */
@Controller
class BulletinPage {

    private static final int LONGEST = 40;
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final StaticTemplates templates = new StaticTemplates();
    private final Bulletins bulletins;
    private final BulletinPaper paper;
    private final BulletinBook book;

    BulletinPage(Bulletins bulletins, BulletinPaper paper, BulletinBook book) {
        this.bulletins = bulletins;
        this.paper = paper;
        this.book = book;
    }

    /** What an address asks for. */
    record Wanted(
            @Nullable String programme,
            @Nullable String period,
            @Nullable String kind) {

        Bulletins.Asked asked() {
            return new Bulletins.Asked(text(programme), text(period), text(kind));
        }

        /** The same for the files. */
        String query() {
            Bulletins.Asked asked = asked();
            return "?programme=" + encoded(asked.programme()) + "&period=" + encoded(asked.period()) + "&kind="
                    + encoded(asked.kind());
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    @GetMapping("/desk/bulletin")
    JteModel show(Wanted wanted, Page page) {
        return templates.bulletinBulletin(page, BulletinView.of(page, written(page, wanted), wanted.query()));
    }

    @GetMapping("/desk/bulletin.docx")
    ResponseEntity<byte[]> word(Wanted wanted, Page page) {
        Bulletin bulletin = written(page, wanted);
        return file(bulletin.head().file() + ".docx", WORD, paper.of(page, bulletin));
    }

    @GetMapping("/desk/bulletin.xlsx")
    ResponseEntity<byte[]> excel(Wanted wanted, Page page) {
        Bulletin bulletin = written(page, wanted);
        return file(bulletin.head().file() + ".xlsx", EXCEL, book.of(page, bulletin));
    }

    private Bulletin written(Page page, Wanted wanted) {
        if (page.reader().role() != Role.SUPERVISOR || !page.reader().reach().everywhere()) {
            throw new ProblemException(Problem.of("supervisors-only", 403));
        }
        return switch (bulletins.write(page, wanted.asked())) {
            case Bulletins.Answer.Written(Bulletin bulletin) -> bulletin;
            case Bulletins.Answer.NoBulletins(String programme) ->
                throw new ProblemException(Problem.of("no-bulletin", 422, programme));
            case Bulletins.Answer.NoPeriod(String written) ->
                throw new ProblemException(Problem.of("unknown-period", 422, shortened(written)));
            case Bulletins.Answer.Ahead(String name, var from) ->
                throw new ProblemException(Problem.of("period-ahead", 422, name, from));
            case Bulletins.Answer.Nothing(String name) ->
                throw new ProblemException(Problem.of("nothing-to-report", 422, name));
            case Bulletins.Answer.NoClass(String asked, var known) ->
                throw new ProblemException(
                        Problem.of("unknown-class", 422, shortened(asked), String.join(", ", known)));
        };
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(bytes);
    }
}
