package org.huiyin.translog;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;

/** A process that raises matters and keeps the log until it is killed; says the number of each matter once it was told that it is raised. */
final class Toiling {

    private Toiling() {}

    public static void main(String[] arguments) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(arguments[0]);
        config.setUsername(arguments[1]);
        config.setPassword(arguments[2]);
        LoggedTown town = new LoggedTown(new HikariDataSource(config), true);
        town.keys = new LogKeys(Path.of(arguments[3]), "town.example/log");
        Sequencer sequencer = new Sequencer(town.equipment, town.keys, LoggedTown.UNTOLD);
        Thread.ofPlatform().daemon().start(() -> sequence(sequencer));
        while (true) {
            say("raised " + town.raise());
        }
    }

    private static void sequence(Sequencer sequencer) {
        while (true) {
            try {
                sequencer.turn();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
