package org.huiyin.search;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.MatterNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finding matters by their words: everybody among what everybody may read, staff moreover within their reach. */
@Controller
class SearchPage {

    private static final int ROWS = 20;

    private final StaticTemplates templates = new StaticTemplates();
    private final Questions questions;
    private final Search search;
    private final SearchViews views;
    private final Suggestions suggestions;

    SearchPage(Questions questions, Search search, SearchViews views, Suggestions suggestions) {
        this.questions = questions;
        this.search = search;
        this.views = views;
        this.suggestions = suggestions;
    }

    @GetMapping("/search")
    ResponseEntity<JteModel> show(@RequestParam Map<String, String> parameters, Page page) {
        SearchAddress address = SearchAddress.of(parameters);
        Optional<MatterNumber> number = Suggestions.number(address.q());
        if (number.isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", SearchViews.path(number.get(), search.asStaff(page.reader(), number.get())))
                    .build();
        }
        Search.@Nullable Result result = address.isEmpty() ? null : look(page, address);
        return ResponseEntity.ok(templates.searchPage(page, views.of(page, address, result)));
    }

    private Search.Result look(Page page, SearchAddress address) {
        Asked asked = questions.read(address, page.reader().staff());
        Search.Result result = look(search, asked, page, cursor(address.after()), ROWS);
        if (address.after().isEmpty() && !result.matches().isEmpty()) {
            suggestions.keep(page.reader(), address.q(), page.formats().now());
        }
        return result;
    }

    /** What takes too long ends with a word about it. */
    static Search.Result look(Search search, Asked asked, Page page, @Nullable Cursor from, int rows) {
        try {
            return search.page(asked, page.reader(), from, rows, page.formats().now());
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof java.sql.SQLException cause && "57014".equals(cause.getSQLState())) {
                throw new ProblemException(Problem.of("search-takes-long", 503));
            }
            throw e;
        }
    }

    private static @Nullable Cursor cursor(String written) {
        Cursor cursor = written.isEmpty() ? null : Cursor.parse(written);
        if (cursor == null && !written.isEmpty()) {
            throw new ProblemException(Problem.of("bad-parameter", 400, "after"));
        }
        return cursor;
    }

    /** What the reader may mean by what is typed so far. */
    @GetMapping("/search/suggestions")
    JteModel suggest(@RequestParam(defaultValue = "") String q, Page page) {
        return templates.searchSuggestions(page, suggestions.of(page, q));
    }
}
