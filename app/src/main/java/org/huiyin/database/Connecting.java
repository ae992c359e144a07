package org.huiyin.database;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Gives an application its database. */
public final class Connecting {

    private Connecting() {}

    /**
     * Before the application starts; the address is asked for when the connection pool is made, so that a database may start at the
     * same time.
     */
    public static void use(ConfigurableApplicationContext context, Supplier<Address> database) {
        ((GenericApplicationContext) context)
                .registerBean(JdbcConnectionDetails.class, () -> new Details(database.get()));
    }

    private record Details(Address address) implements JdbcConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return address.user();
        }

        @Override
        public @Nullable String getPassword() {
            return address.password();
        }

        @Override
        public String getJdbcUrl() {
            return address.url();
        }
    }
}
