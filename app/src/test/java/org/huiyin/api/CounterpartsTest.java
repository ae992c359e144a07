package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Whatever a page can do a program can do, or {@code docs/api-counterparts.csv} says why not. The first row that fits an address counts. */
class CounterpartsTest {

    private static final Path TABLE = Path.of("../docs/api-counterparts.csv");

    private final TestApp app = TestApp.start();

    private record Address(String method, String path) {}

    private record Row(String method, String pattern, List<String> api, String why) {

        static Row of(String line) {
            String[] cells = line.split(",", 3);
            String[] page = cells[0].split(" ", 2);
            List<String> api = Arrays.stream(cells[1].split(";"))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
            return new Row(page[0], page[1], api, cells[2]);
        }

        boolean fits(Address address) {
            return (method.equals("*") || method.equals(address.method()))
                    && PathPatternParser.defaultInstance
                            .parse(pattern)
                            .matches(PathContainer.parsePath(address.path()
                                    .replace("{", "")
                                    .replace("}", "")
                                    .replace("*", "x")));
        }
    }

    @Test
    void every_page_names_its_counterpart_in_the_api_or_a_reason() throws IOException {
        List<Row> rows = Files.readAllLines(TABLE).stream().skip(1).map(Row::of).toList();
        Set<String> there = app.bean(Operations.class).all().stream()
                .map(one -> one.method() + " " + one.path())
                .collect(Collectors.toSet());
        List<String> without = new ArrayList<>();
        Set<Row> used = new java.util.HashSet<>();
        for (Address page : pages()) {
            rows.stream()
                    .filter(row -> row.fits(page))
                    .findFirst()
                    .ifPresentOrElse(used::add, () -> without.add(page.toString()));
        }

        assertThat(without).as("pages to be added to docs/api-counterparts.csv").isEmpty();
        assertThat(rows.stream().flatMap(row -> row.api().stream()))
                .as("addresses of the API that are named")
                .isSubsetOf(there);
        assertThat(rows)
                .as("rows without counterpart or reason")
                .allMatch(row -> !row.api().isEmpty() || !row.why().isEmpty())
                .noneMatch(row -> row.why().contains("not yet"));
        assertThat(used.stream().filter(row -> !row.api().isEmpty()).count()).isGreaterThan(40);
    }

    @Test
    void every_address_of_the_api_that_does_something_belongs_to_a_page() throws IOException {
        Set<String> named = Files.readAllLines(TABLE).stream()
                .skip(1)
                .map(Row::of)
                .flatMap(row -> row.api().stream())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(app.bean(Operations.class).all().stream().map(one -> one.method() + " " + one.path()))
                .filteredOn(one -> !one.startsWith("GET "))
                .isSubsetOf(named);
    }

    private List<Address> pages() {
        return app
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .stream()
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path ->
                                !path.startsWith("/api/") && !path.startsWith("/open311") && !path.equals("/error"))
                        .flatMap(path -> methods(mapping.getMethodsCondition().getMethods().stream()
                                        .map(Enum::name)
                                        .toList())
                                .map(method -> new Address(method, path))))
                .toList();
    }

    private static Stream<String> methods(List<String> named) {
        return named.isEmpty() ? Stream.of("GET") : named.stream();
    }
}
