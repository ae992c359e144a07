package org.huiyin.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.huiyin.database.Address;
import org.huiyin.database.EmbeddedDatabase;

/** A database a command may work on until it closes it. */
sealed interface OpenDatabase extends AutoCloseable {

    /** Waits until it answers. */
    Address address();

    /** Settings of the application that depend on where the data is. */
    Map<String, Object> settings();

    @Override
    void close();

    /** Ours; it starts while the caller goes on. */
    static OpenDatabase own(Path data) {
        return new Own(data, CompletableFuture.supplyAsync(() -> EmbeddedDatabase.start(data)));
    }

    /** The operator's; refused at once when it does not answer. */
    static OpenDatabase served(Address address) {
        address.check();
        return new Served(address);
    }

    /** Ours while another process serves it: it is joined and left running. */
    static OpenDatabase beside(Path data, Address address) {
        address.check();
        return new Beside(data, address);
    }

    private static Map<String, Object> within(Path data) {
        return Map.of(
                "huiyin.evidence.directory", data.resolve("evidence"),
                "huiyin.open-data.directory", data.resolve("open-data"),
                "huiyin.key-file", data.resolve("huiyin.key"),
                "huiyin.log.key-file", data.resolve("log.key"));
    }

    /** Ended with the command. */
    record Own(Path data, CompletableFuture<EmbeddedDatabase> started) implements OpenDatabase {

        @Override
        public Address address() {
            return started.join().address();
        }

        @Override
        public Map<String, Object> settings() {
            return within(data);
        }

        @Override
        public void close() {
            try {
                started.join().close();
            } catch (CompletionException neverStarted) {
                // whoever asked for its address was told
            }
        }
    }

    /** Left running. */
    record Served(Address address) implements OpenDatabase {

        @Override
        public Map<String, Object> settings() {
            return Map.of();
        }

        @Override
        public void close() {
            // not ours to stop
        }
    }

    /** Left running, with the keys and files that lie in its directory. */
    record Beside(Path data, Address address) implements OpenDatabase {

        @Override
        public Map<String, Object> settings() {
            return within(data);
        }

        @Override
        public void close() {
            // not ours to stop
        }
    }
}
