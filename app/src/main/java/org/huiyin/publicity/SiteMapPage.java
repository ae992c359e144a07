package org.huiyin.publicity;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.MatterNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Tells search engines what there is (sitemaps.org): a map a year and 50,000 numbers, which is the most one may hold, and an index of the maps.
 */
@Controller
class SiteMapPage {

    static final int MOST = 50_000;

    private static final long YEAR = 10_000_000L;
    private static final String SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final List<String> PAGES = List.of(
            "/",
            "/board",
            "/board/answers",
            "/board/rankings",
            "/board/instruments",
            "/board/samples",
            "/board/data",
            "/objections");

    private static final String NEWEST = """
            select max(id) from matter where id < :before
            """;
    private static final String BETWEEN = """
            select id from matter where id >= :first and id < :end and not confidential and programme = any(:programmes) order by id
            """;

    private final JdbcClient database;
    private final OpenProgrammes programmes;
    private final Site site;

    SiteMapPage(JdbcClient database, OpenProgrammes programmes, Site site) {
        this.database = database;
        this.programmes = programmes;
        this.site = site;
    }

    @GetMapping("/robots.txt")
    ResponseEntity<String> robots() {
        String text = """
                User-agent: *
                Disallow: /desk
                Disallow: /account
                Disallow: /admin
                Disallow: /sheets
                Disallow: /api
                Disallow: /m/*/
                Disallow: /m/*?
                Disallow: /objections/new
                Sitemap: %s/sitemap.xml
                """.formatted(site.address());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
                .body(text);
    }

    @GetMapping("/sitemap.xml")
    ResponseEntity<byte[]> index() {
        List<String> maps = new ArrayList<>(List.of("pages"));
        Long newest = newest(Long.MAX_VALUE);
        while (newest != null) {
            long year = newest / YEAR;
            for (long part = 0; part <= newest % YEAR / MOST; part++) {
                maps.add(year + "-" + part);
            }
            newest = newest(year * YEAR);
        }
        StringBuilder xml = head("sitemapindex");
        maps.forEach(map -> add(xml, "sitemap", "/sitemap-" + map + ".xml"));
        return xml(xml.append("</sitemapindex>\n"));
    }

    @GetMapping("/sitemap-{part}.xml")
    ResponseEntity<byte[]> part(@PathVariable String part) {
        StringBuilder xml = head("urlset");
        if (part.equals("pages")) {
            PAGES.forEach(page -> add(xml, "url", page));
        } else {
            if (!part.matches("[0-9]{4}-[0-9]{1,3}")) {
                throw new ProblemException(Problem.of("not-found", 404));
            }
            long first = Long.parseLong(part.substring(0, 4)) * YEAR + Long.parseLong(part.substring(5)) * MOST;
            database.sql(BETWEEN)
                    .param("first", first)
                    .param("end", Math.min(first + MOST, (first / YEAR + 1) * YEAR))
                    .param("programmes", programmes.listedNames())
                    .query(row -> {
                        add(xml, "url", "/m/" + new MatterNumber(row.getLong(1)));
                    });
        }
        return xml(xml.append("</urlset>\n"));
    }

    private @Nullable Long newest(long before) {
        return database.sql(NEWEST)
                .param("before", before)
                .query((row, n) -> row.getObject(1, Long.class))
                .optional()
                .orElse(null);
    }

    private static StringBuilder head(String root) {
        return new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<" + root + " xmlns=\"" + SPACE + "\">\n");
    }

    private void add(StringBuilder xml, String element, String path) {
        xml.append('<')
                .append(element)
                .append("><loc>")
                .append(site.address().replace("&", "&amp;"))
                .append(path)
                .append("</loc></")
                .append(element)
                .append(">\n");
    }

    private static ResponseEntity<byte[]> xml(StringBuilder xml) {
        return ResponseEntity.ok()
                .contentType(new MediaType("application", "xml", StandardCharsets.UTF_8))
                .body(xml.toString().getBytes(StandardCharsets.UTF_8));
    }
}
