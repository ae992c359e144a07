package org.huiyin.testing;

import java.net.URI;
import java.time.InstantSource;
import org.huiyin.HuiyinApplication;
import org.huiyin.database.Connecting;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole application on a random port over a fresh database, started once for all tests of a run. */
public final class TestApp {

    /** A Tuesday morning within office hours. */
    private static final TestClock CLOCK = TestClock.at("2026-03-03T09:00");

    private final ConfigurableApplicationContext context;

    private TestApp(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The application all tests share; what a test stores in it stays for the others. */
    public static TestApp start() {
        return Shared.APP;
    }

    /** The clock the application reads; it stands at 2026-03-03 09:00 in the city until a test moves it. */
    public TestClock clock() {
        return CLOCK;
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

    private static final class Shared {
        static final TestApp APP = run();

        private static TestApp run() {
            var database = TestDatabase.kept();
            var context = new SpringApplicationBuilder(HuiyinApplication.class)
                    .initializers(TestApp::standStill, starting -> Connecting.use(starting, () -> database))
                    .properties(
                            "server.port=0",
                            "huiyin.key-file=target/test-keys/huiyin.key",
                            "huiyin.evidence.directory=target/test-evidence")
                    .run();
            return new TestApp(context);
        }
    }

    private static void standStill(ConfigurableApplicationContext context) {
        ((GenericApplicationContext) context)
                .registerBean("testClock", InstantSource.class, () -> CLOCK, bean -> bean.setPrimary(true));
    }
}
