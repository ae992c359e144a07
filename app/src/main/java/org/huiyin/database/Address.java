package org.huiyin.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Where a database is and who signs in there; it may hold a password, so only {@link #shown} belongs in a log. */
public record Address(
        String url, @Nullable String user, @Nullable String password) {

    private static final int OLDEST_POSTGRESQL = 15;
    private static final String PREFIX = "jdbc:postgresql:";

    public Address {
        if (!url.startsWith(PREFIX)) {
            throw new DatabaseUnavailable("A database address begins with jdbc:postgresql:// — not " + shown(url));
        }
    }

    /** Opens a new connection for every request; enough for a check, not for service. */
    public DataSource unpooled() {
        var source = new DriverManagerDataSource(url);
        source.setUsername(user);
        source.setPassword(password);
        return source;
    }

    /**
     * Signs in once.
     *
     * @throws DatabaseUnavailable when nothing answers or what answers is too old
     */
    public void check() {
        try (Connection connection = unpooled().getConnection()) {
            var version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_POSTGRESQL) {
                throw new DatabaseUnavailable(
                        "Huiyin needs PostgreSQL " + OLDEST_POSTGRESQL + " or newer; " + shown() + " is " + version);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The database " + shown() + " cannot be reached: " + firstSentence(e), e);
        }
    }

    private static String firstSentence(SQLException e) {
        return String.valueOf(e.getMessage()).replaceFirst("(?s)[.\\n].*", "");
    }

    /** The address without what follows the question mark, where a password may stand. */
    public String shown() {
        return shown(url);
    }

    private static String shown(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }

    @Override
    public String toString() {
        return shown();
    }
}
