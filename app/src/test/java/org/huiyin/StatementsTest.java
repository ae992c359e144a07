package org.huiyin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** Every statement that stands as a constant in a class is prepared against the migrated tables. */
class StatementsTest {

    private static final Pattern STATEMENT = Pattern.compile("(?is)\\s*(select|insert|update|delete|with|merge)\\s.*");

    /** A parameter without a value may leave a type, or the choice among functions of one name, open. */
    private static final Set<String> UNDECIDED = Set.of("42P18", "42725");

    @Test
    void every_statement_fits_the_tables() throws Exception {
        var unfit = new ArrayList<String>();
        try (var connection = TestDatabase.fresh().getConnection()) {
            for (var constant : statements()) {
                complaint(connection, constant).forEach(unfit::add);
            }
        }

        assertThat(unfit).isEmpty();
    }

    private static Stream<String> complaint(Connection connection, Constant constant) {
        var sql = NamedParameterUtils.substituteNamedParameters(
                NamedParameterUtils.parseSqlStatement(constant.sql()), null);
        try (var statement = connection.prepareStatement(sql)) {
            statement.getMetaData();
            return Stream.empty();
        } catch (SQLException e) {
            return UNDECIDED.contains(String.valueOf(e.getSQLState()))
                    ? Stream.empty()
                    : Stream.of(constant.place() + ": " + e.getMessage());
        }
    }

    private static List<Constant> statements() throws ClassNotFoundException {
        var found = new ArrayList<Constant>();
        for (var file : Sources.files("app/src/main/java", ".java")) {
            var path = Sources.name(file);
            var name = path.substring("app/src/main/java/".length(), path.length() - ".java".length());
            if (!name.endsWith("-info")) {
                collect(Class.forName(name.replace('/', '.'), false, StatementsTest.class.getClassLoader()), found);
            }
        }
        assertThat(found).isNotEmpty();
        return found;
    }

    private static void collect(Class<?> type, List<Constant> found) {
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(StatementsTest::read)
                .filter(constant -> STATEMENT.matcher(constant.sql()).matches())
                .filter(constant ->
                        !constant.sql().contains("%s") && !constant.sql().contains("pg_temp."))
                .forEach(found::add);
        for (var nested : type.getDeclaredClasses()) {
            collect(nested, found);
        }
    }

    private static Constant read(Field field) {
        try {
            field.setAccessible(true);
            return new Constant(
                    field.getDeclaringClass().getSimpleName() + "." + field.getName(), String.valueOf(field.get(null)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A constant and where it stands. */
    private record Constant(String place, String sql) {}
}
