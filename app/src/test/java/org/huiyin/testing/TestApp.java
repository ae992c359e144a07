package org.huiyin.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.HuiyinApplication;
import org.huiyin.database.Connecting;
import org.huiyin.org.Staff;
import org.huiyin.privacy.Keyring;
import org.huiyin.sample.SeedSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application on a random port over a fresh database, started once for all tests of a run. */
public final class TestApp {

    /** A Tuesday morning within office hours. */
    private static final TestClock CLOCK = TestClock.at("2026-03-03T09:00");

    private final ConfigurableApplicationContext context;
    private final TestClock clock;

    private TestApp(ConfigurableApplicationContext context, TestClock clock) {
        this.context = context;
        this.clock = clock;
    }

    /** The application all tests share; what a test stores in it stays for the others. */
    public static TestApp start() {
        return Shared.APP;
    }

    /** Another application over a database of its own, for tests that need a whole city to themselves; lasts until the run ends. */
    public static TestApp another(TestClock clock, String... settings) {
        return run(clock, settings);
    }

    /** The clock the application reads; of the shared one it stands at 2026-03-03 09:00 in the city until a test moves it. */
    public TestClock clock() {
        return clock;
    }

    /** The address of a path, {@code at("/board")}. */
    public URI at(String path) {
        return URI.create("http://localhost:" + port() + path);
    }

    public int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("the web server does not run");
        }
        return server.getPort();
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Whose sign-in it is, a resident's too, which stands nowhere in clear. */
    public long account(String login) {
        return bean(JdbcClient.class)
                .sql("select id from account where login_hash = :hash")
                .param("hash", Staff.hash(bean(Keyring.class), login))
                .query(Long.class)
                .single();
    }

    private static final class Shared {
        static final TestApp APP = run(CLOCK);
    }

    private static TestApp run(TestClock clock, String... settings) {
        var database = TestDatabase.kept();
        var context = new SpringApplicationBuilder(HuiyinApplication.class)
                .initializers(
                        starting -> standStill(starting, clock), starting -> Connecting.use(starting, () -> database))
                // as arguments they outrank application.yaml
                .run(Stream.concat(
                                Stream.of(
                                        "server.port=0",
                                        // tests call far more often than people, and from one address
                                        "huiyin.api.address-per-minute=1000000",
                                        "huiyin.api.key-per-minute=1000000",
                                        // the one address at which tests answer calls of ours; no other on this machine
                                        // is called
                                        "huiyin.outbound.allow=127.0.0.2/32",
                                        // at the end of a run the database goes first, and nobody waits for it
                                        "spring.datasource.hikari.connection-timeout=5000",
                                        "huiyin.suggestion.nightly=false",
                                        "huiyin.open-data.nightly=false",
                                        "huiyin.key-file=target/test-keys/huiyin.key",
                                        "huiyin.log.key-file=" + logKey(),
                                        "huiyin.open-data.directory=" + openData(),
                                        "huiyin.evidence.directory=target/test-evidence"),
                                Stream.of(settings))
                        .map(setting -> "--" + setting)
                        // a setting given twice would hold both values
                        .collect(Collectors.toMap(TestApp::name, one -> one, (usual, own) -> own, LinkedHashMap::new))
                        .values()
                        .toArray(String[]::new));
        return new TestApp(context, clock);
    }

    private static String name(String setting) {
        return setting.substring(0, setting.indexOf('='));
    }

    /** Of its own for every database: a key that signed one log signs no other. */
    private static Path logKey() {
        try {
            return Files.createTempDirectory("huiyin-log-").resolve("log.key");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of its own for every application: what is public of one database is not of another. */
    private static Path openData() {
        try {
            return Files.createTempDirectory("huiyin-open-data-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void standStill(ConfigurableApplicationContext context, TestClock clock) {
        var beans = (GenericApplicationContext) context;
        beans.registerBean("testClock", InstantSource.class, () -> clock, bean -> bean.setPrimary(true));
        // the same lots are drawn in every run, so that a told city is the same city everywhere
        beans.registerBean("testSeeds", SeedSource.class, () -> TestApp::seed, bean -> bean.setPrimary(true));
    }

    private static byte[] seed(String sample) {
        byte[] seed = new byte[32];
        new Random(sample.hashCode()).nextBytes(seed);
        return seed;
    }
}
