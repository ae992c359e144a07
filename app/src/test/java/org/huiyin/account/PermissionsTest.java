package org.huiyin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Holds every address of the application against {@code docs/permissions.csv}, for every role. An address that is not in the table fails:
 * whoever adds one says who may go there.
 */
class PermissionsTest {

    private static final Path TABLE = Path.of("../docs/permissions.csv");
    private static final Map<String, String> LOGINS = logins();

    private final TestApp app = TestApp.start();

    @Test
    void every_address_stands_in_the_table() throws IOException {
        var written = rows().stream().map(PermissionsTest::key).collect(Collectors.toCollection(TreeSet::new));

        var present = addresses();
        var missing = new TreeSet<>(present);
        missing.removeAll(written);
        written.removeAll(present);

        assertThat(missing).as("addresses to be added to docs/permissions.csv").isEmpty();
        assertThat(written)
                .as("rows of docs/permissions.csv without an address")
                .isEmpty();
    }

    @Test
    void every_role_is_let_in_exactly_where_the_table_says() throws IOException {
        var visitors = new LinkedHashMap<String, Caller>();
        LOGINS.forEach((role, login) -> visitors.put(role, new Caller(app, login)));
        var wrong = new ArrayList<String>();

        for (var row : rows()) {
            visitors.forEach((role, caller) -> {
                var found = caller.knock(row.get("method"), row.get("path"));
                if (!found.equals(row.get(role))) {
                    wrong.add("%s as %s: %s, not %s".formatted(key(row), role, found, row.get(role)));
                }
            });
        }

        assertThat(wrong).isEmpty();
    }

    private static List<CSVRecord> rows() throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = Files.newBufferedReader(TABLE);
                var table = format.parse(reader)) {
            return table.getRecords();
        }
    }

    private static String key(CSVRecord row) {
        return row.get("method") + " " + row.get("path");
    }

    private Set<String> addresses() {
        return app
                .context()
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.huiyin"))
                .flatMap(entry -> addresses(entry.getKey()))
                .filter(address -> !address.endsWith(" /error"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> addresses(RequestMappingInfo mapping) {
        var methods = mapping.getMethodsCondition().getMethods();
        var asked = methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
        return mapping.getPatternValues().stream()
                .flatMap(path -> asked.stream().map(method -> method + " " + path));
    }

    /** Somebody of each role; the order is that of the table's columns. */
    private static Map<String, String> logins() {
        var logins = new LinkedHashMap<String, String>();
        logins.put("visitor", "");
        logins.put("resident", "resident");
        logins.put("grid-worker", "grid");
        logins.put("dispatcher", "chaoyang");
        logins.put("handler", "chengguan");
        logins.put("unit-head", "chengguan-head");
        logins.put("supervisor", "duban");
        logins.put("leader", "leader");
        logins.put("admin", "admin");
        logins.put("importer", "importer");
        return logins;
    }

    /** One person who tries every door. */
    private static final class Caller {

        private final TestApp app;
        private final Visitor visitor;
        private final String token;

        Caller(TestApp app, String login) {
            this.app = app;
            this.visitor = login.isEmpty() ? Visitor.to(app) : Visitor.signedIn(app, login);
            this.token = visitor.formToken("/sign-in");
        }

        /** yes, no, or sign-in: what the door says before anybody looks at what was asked. */
        String knock(String method, String path) {
            var address = path.replaceAll("\\{[^}]*}", "0").replace("/**", "/0");
            var request = HttpRequest.newBuilder(app.at(address))
                    .header("X-XSRF-TOKEN", token)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("_=_"));
            return said(method + " " + path, visitor.send(request));
        }

        private static String said(String asked, HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(asked).isLessThan(500);
            if (answer.statusCode() == 401 || Visitor.location(answer).startsWith("/sign-in")) {
                return "sign-in";
            }
            return answer.statusCode() == 403 ? "no" : "yes";
        }
    }
}
