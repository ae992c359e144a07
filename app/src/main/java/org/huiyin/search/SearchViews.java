package org.huiyin.search;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Choices;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a search together for a reader. */
@Component
class SearchViews {

    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Questions questions;
    private final Suggestions suggestions;

    SearchViews(MatterLookup lookup, Organisation organisation, Questions questions, Suggestions suggestions) {
        this.lookup = lookup;
        this.organisation = organisation;
        this.questions = questions;
        this.suggestions = suggestions;
    }

    SearchView of(Page page, SearchAddress address, Search.@Nullable Result result) {
        boolean staff = page.reader().staff();
        List<SearchView.Row> rows = result == null
                ? List.of()
                : result.matches().stream().map(match -> row(page, match)).toList();
        Cursor next = result == null ? null : result.next();
        SearchView.Filters filters = filters(page, staff, address);
        return new SearchView(
                address,
                rows,
                next == null ? null : address.from(next),
                result == null || !result.soon()
                        ? null
                        : lookup.findAll(List.of(result.reached())).values().stream()
                                .map(Matter::raisedAt)
                                .findFirst()
                                .orElse(page.formats().now()),
                narrowing(page, address, filters),
                staff,
                filters,
                suggestions.recent(page.reader()));
    }

    private List<String> narrowing(Page page, SearchAddress address, SearchView.Filters filters) {
        List<String> narrowing = new ArrayList<>();
        add(narrowing, page, questions.lists(), address.list());
        add(narrowing, page, questions.states(), address.state());
        add(narrowing, page, questions.categories(), address.category());
        filters.places().forEach(group -> add(narrowing, group.options(), address.place()));
        filters.units().forEach(group -> add(narrowing, group.options(), address.unit()));
        add(narrowing, filters.channels(), address.channel());
        if (!(address.since() + address.until()).isEmpty()) {
            narrowing.add(address.since() + "–" + address.until());
        }
        return narrowing;
    }

    private static void add(List<String> narrowing, Page page, Choices choices, String chosen) {
        choices.chosen(chosen, page.locale()).stream()
                .map(Choices.Choice::label)
                .forEach(narrowing::add);
    }

    private static void add(List<String> narrowing, List<Options.Option> options, String chosen) {
        options.stream()
                .filter(option -> !chosen.isEmpty() && option.value().equals(chosen))
                .map(Options.Option::label)
                .findFirst()
                .ifPresent(narrowing::add);
    }

    private SearchView.Row row(Page page, Match match) {
        Matter matter = match.matter();
        Programme programme = lookup.programmeOf(matter);
        Integer lead = matter.lead();
        Programme.Category category = programme.categories().get(matter.category());
        String number = matter.number().toString();
        return new SearchView.Row(
                path(matter.number(), !match.everybodys()),
                number,
                match.title(),
                match.text(),
                organisation.places().path(match.place(), page.locale()),
                category == null ? "" : page.t(category.title()),
                page.t(programme.state(matter.state()).title()),
                switch (matter.list()) {
                    case "problem", "task", "result" -> matter.list();
                    default -> "rest";
                },
                lead == null ? "" : organisation.units().name(lead, page.locale()),
                matter.raisedAt());
    }

    /** Where a matter is seen, by staff within their reach and by everybody. */
    static String path(MatterNumber number, boolean asStaff) {
        return (asStaff ? "/desk/matters/" : "/m/") + number;
    }

    private SearchView.Filters filters(Page page, boolean staff, SearchAddress address) {
        Options options = Options.of(organisation, page.locale());
        return new SearchView.Filters(
                selection(page, questions.lists(), address.list()),
                selection(page, questions.states(), address.state()),
                selection(page, questions.categories(), address.category()),
                staff
                        ? questions.channels().stream()
                                .map(choice -> new Options.Option(choice.value(), page.t(choice.title())))
                                .toList()
                        : List.of(),
                options.places(),
                options.units());
    }

    /** A name alone may stand for several choices; the first is picked. */
    private static SearchView.Selection selection(Page page, Choices choices, String value) {
        return new SearchView.Selection(
                choices.in(page.locale()).stream()
                        .map(choice -> new Options.Option(choice.value(), choice.label()))
                        .toList(),
                choices.chosen(value, page.locale()).stream()
                        .map(Choices.Choice::value)
                        .findFirst()
                        .orElse(""));
    }
}
