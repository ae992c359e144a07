package org.huiyin.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the page of a search together for a reader. */
@Component
class SearchViews {

    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Programmes programmes;
    private final Questions questions;
    private final Suggestions suggestions;

    SearchViews(
            MatterLookup lookup,
            Organisation organisation,
            Programmes programmes,
            Questions questions,
            Suggestions suggestions) {
        this.lookup = lookup;
        this.organisation = organisation;
        this.programmes = programmes;
        this.questions = questions;
        this.suggestions = suggestions;
    }

    SearchView of(Page page, SearchAddress address, Search.@Nullable Result result) {
        boolean staff = page.reader().staff();
        List<SearchView.Row> rows = result == null
                ? List.of()
                : result.matches().stream().map(match -> row(page, match)).toList();
        Cursor next = result == null ? null : result.next();
        SearchView.Filters filters = filters(page, staff);
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
                narrowing(address, filters),
                staff,
                filters,
                suggestions.recent(page.reader()));
    }

    private static List<String> narrowing(SearchAddress address, SearchView.Filters filters) {
        List<String> narrowing = new ArrayList<>();
        add(narrowing, filters.lists(), address.list());
        add(narrowing, filters.states(), address.state());
        add(narrowing, filters.categories(), address.category());
        filters.places().forEach(group -> add(narrowing, group.options(), address.place()));
        filters.units().forEach(group -> add(narrowing, group.options(), address.unit()));
        add(narrowing, filters.channels(), address.channel());
        if (!(address.since() + address.until()).isEmpty()) {
            narrowing.add(address.since() + "–" + address.until());
        }
        return narrowing;
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
                path(page, matter.number()),
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

    /** Where a reader sees a matter. */
    static String path(Page page, MatterNumber number) {
        return (page.reader().staff() ? "/desk/matters/" : "/m/") + number;
    }

    private SearchView.Filters filters(Page page, boolean staff) {
        Options options = Options.of(organisation, page.locale());
        return new SearchView.Filters(
                options(page, programme -> titles(programme.lists(), Programme.ListRule::title)),
                options(page, programme -> titles(programme.states(), Programme.StateRule::title)),
                options(page, programme -> titles(programme.categories(), Programme.Category::title)),
                staff
                        ? questions.channels().stream()
                                .map(choice -> new Options.Option(choice.value(), page.t(choice.title())))
                                .toList()
                        : List.of(),
                options.places(),
                options.units());
    }

    private static <T> Map<String, Text> titles(Map<String, T> rules, Function<T, Text> title) {
        Map<String, Text> titles = new LinkedHashMap<>();
        rules.forEach((name, rule) -> titles.put(name, title.apply(rule)));
        return titles;
    }

    private List<Options.Option> options(Page page, Function<Programme, Map<String, Text>> named) {
        Map<String, Text> all = new LinkedHashMap<>();
        programmes.newest().forEach(programme -> named.apply(programme).forEach(all::putIfAbsent));
        return all.entrySet().stream()
                .map(one -> new Options.Option(one.getKey(), page.t(one.getValue())))
                .toList();
    }
}
