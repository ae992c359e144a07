package org.huiyin.publicity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Text;
import org.huiyin.sheet.OpenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Open data: what there is, what its columns mean, and the files. */
@Controller
class OpenDataPage {

    private static final Pattern FILE = Pattern.compile("([a-z-]{1,40}?)(?:-(\\d{4}-\\d{2}-\\d{2}))?\\.(csv|jsonl)");

    private final StaticTemplates templates = new StaticTemplates();
    private final DataFiles files;
    private final DataSets sets;
    private final DataMaking making;
    private final OpenProgrammes programmes;
    private final Site site;

    OpenDataPage(DataFiles files, DataSets sets, DataMaking making, OpenProgrammes programmes, Site site) {
        this.site = site;
        this.files = files;
        this.sets = sets;
        this.making = making;
        this.programmes = programmes;
    }

    @GetMapping("/board/data")
    JteModel show(Page page) {
        List<OpenDataView.Codes> codes = new ArrayList<>();
        codes().forEach((name, texts) -> codes.add(new OpenDataView.Codes(
                name,
                titled(page, name),
                texts.entrySet().stream()
                        .map(one -> new Options.Option(one.getKey(), page.t(one.getValue())))
                        .toList())));
        return templates.publicityData(
                page,
                new OpenDataView(
                        sets.newest().map(set -> told(page, set)).orElse(null), site.address(), tables(page), codes));
    }

    private OpenDataView.Told told(Page page, DataSet set) {
        return new OpenDataView.Told(
                set.day().toString(),
                set.moment(),
                set.addsUp(),
                set.tables().stream().mapToLong(DataSet.Made::rows).sum(),
                set.lists().stream()
                        .map(one -> new OpenDataView.Sum(
                                titled(page, one), one.board(), one.told(), one.notPublic(), one.addsUp()))
                        .toList());
    }

    private String titled(Page page, DataSet.Listed one) {
        Programme programme = programmes.newest(String.valueOf(one.programme())).orElseGet(programmes::own);
        Programme.ListRule list = programme.lists().get(one.list());
        return page.t(programme.title()) + " · " + (list == null ? one.list() : page.t(list.title()));
    }

    /** The codes of the board's own programme need no name before them. */
    private String titled(Page page, String codes) {
        int point = codes.indexOf('.');
        String which = page.t("publicity.data.codes." + codes.substring(point + 1));
        return point < 0
                ? which
                : page.t(programmes
                                .newest(codes.substring(0, point))
                                .orElseThrow()
                                .title()) + " · " + which;
    }

    private List<OpenDataView.Table> tables(Page page) {
        return files.tables().stream()
                .map(table -> new OpenDataView.Table(
                        table.name(),
                        page.t(key(table, "")),
                        page.t(key(table, ".text")),
                        rows(table),
                        table.fields().stream()
                                .map(field -> new OpenDataView.Column(
                                        field.name(),
                                        page.t("publicity.data.type."
                                                + field.type().name().toLowerCase(Locale.ROOT)),
                                        page.t("publicity.data.field." + field.name())))
                                .toList()))
                .toList();
    }

    /** How many rows its newest files hold; null while there are none. */
    private @Nullable Long rows(OpenTable table) {
        return sets.newest().stream()
                .flatMap(set -> set.tables().stream())
                .filter(made -> made.name().equals(table.name()))
                .map(DataSet.Made::rows)
                .findFirst()
                .orElse(null);
    }

    private static String key(OpenTable table, String part) {
        return "publicity.data." + table.name() + part;
    }

    /** The same for programs, in both languages. */
    @GetMapping("/board/data/dictionary.json")
    @ResponseBody
    Map<String, Object> dictionary(Page page) {
        Page zh = page.in(Locale.CHINESE);
        Page en = page.in(Locale.ENGLISH);
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("day", sets.newest().map(DataSet::day).orElseGet(sets::today).toString());
        all.put("licence", both(zh, en, "publicity.data.licence.text"));
        all.put(
                "tables",
                files.tables().stream().map(table -> described(zh, en, table)).toList());
        all.put("codes", codes());
        return all;
    }

    private Map<String, Object> described(Page zh, Page en, OpenTable table) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("name", table.name());
        one.put("title", both(zh, en, key(table, "")));
        one.put("description", both(zh, en, key(table, ".text")));
        one.put("files", List.of("/board/data/" + table.name() + ".csv", "/board/data/" + table.name() + ".jsonl"));
        one.put(
                "fields",
                table.fields().stream()
                        .map(field -> Map.of(
                                "name", field.name(),
                                "type", field.type().name().toLowerCase(Locale.ROOT),
                                "description", both(zh, en, "publicity.data.field." + field.name())))
                        .toList());
        return one;
    }

    private static Map<String, String> both(Page zh, Page en, String key) {
        return Map.of("zh", zh.t(key), "en", en.t(key));
    }

    private Map<String, Map<String, Text>> codes() {
        Map<String, Map<String, Text>> codes = new LinkedHashMap<>();
        for (Programme programme : programmes.all()) {
            put(codes, "programme", programme.name(), programme.title());
        }
        for (Programme programme : programmes.all()) {
            String of = programme.equals(programmes.own()) ? "" : programme.name() + ".";
            programme.lists().values().forEach(one -> put(codes, of + "list", one.name(), one.title()));
            programme.states().values().forEach(one -> put(codes, of + "state", one.name(), one.title()));
            programme.categories().values().forEach(one -> put(codes, of + "category", one.name(), one.title()));
        }
        return codes;
    }

    private static void put(Map<String, Map<String, Text>> codes, String list, String code, Text title) {
        codes.computeIfAbsent(list, name -> new LinkedHashMap<>()).put(code, title);
    }

    /** What the newest files hold, when they were made, their digests, and whether they add up with the board. */
    @GetMapping("/board/data/set.json")
    @ResponseBody
    DataSet set() throws IOException {
        return making.current();
    }

    /** {@code matters.csv} leads to the newest file, {@code matters-2026-03-03.csv}, which is the same all day. */
    @GetMapping("/board/data/{file}")
    ResponseEntity<Resource> file(@PathVariable String file) throws IOException {
        Matcher parts = FILE.matcher(file);
        if (!parts.matches()) {
            throw none(file);
        }
        OpenTable table = files.tables().stream()
                .filter(one -> one.name().equals(parts.group(1)))
                .findFirst()
                .orElseThrow(() -> none(file));
        DataFiles.Form form = parts.group(3).equals("csv") ? DataFiles.Form.CSV : DataFiles.Form.JSON_LINES;
        if (parts.group(2) == null) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .header(
                            "Location",
                            "/board/data/"
                                    + DataFiles.name(table, making.current().day(), form))
                    .cacheControl(CacheControl.noCache())
                    .build();
        }
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        form == DataFiles.Form.CSV ? "text/csv;charset=UTF-8" : "application/jsonl")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(file).build().toString())
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(found(table, day(parts.group(2), file), form, file));
    }

    private Resource found(OpenTable table, LocalDate day, DataFiles.Form form, String asked) throws IOException {
        DataSet set = making.of(day).orElseThrow(() -> none(asked));
        return new FileSystemResource(files.path(DataFiles.name(table, set.day(), form)));
    }

    private static LocalDate day(String written, String asked) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            throw none(asked);
        }
    }

    private static ProblemException none(String asked) {
        return new ProblemException(
                Problem.of("no-such-file", 404, asked.length() > 60 ? asked.substring(0, 60) + "…" : asked));
    }
}
