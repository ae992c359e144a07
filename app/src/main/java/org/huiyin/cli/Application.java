package org.huiyin.cli;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.huiyin.HuiyinApplication;
import org.huiyin.database.Connecting;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The application and its database while a command runs; closing it stops the pages first, then the database. */
final class Application implements AutoCloseable {

    private final OpenDatabase database;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ConfigurableApplicationContext context;

    private Application(OpenDatabase database, ConfigurableApplicationContext context) {
        this.database = database;
        this.context = context;
    }

    /** Without pages: for commands that do their work and end. */
    static Application quiet(OpenDatabase database) {
        return start(database, WebApplicationType.NONE, Map.of(), starting -> {});
    }

    /**
     * With pages.
     *
     * @param first done before the first page is answered
     */
    static Application serving(OpenDatabase database, String address, int port, Consumer<BeanFactory> first) {
        return start(
                database,
                WebApplicationType.SERVLET,
                Map.of("server.address", address, "server.port", port),
                starting -> before((GenericApplicationContext) starting, first));
    }

    /** With pages, by a clock of its own, as the demonstration needs it while its story is told. */
    static Application demonstrating(
            OpenDatabase database, String address, int port, InstantSource clock, Consumer<BeanFactory> first) {
        return start(
                database,
                WebApplicationType.SERVLET,
                // nobody's telephone rings for a demonstration: what would be sent is shown
                Map.of("server.address", address, "server.port", port, "huiyin.short-messages.show", true),
                starting -> {
                    GenericApplicationContext context = (GenericApplicationContext) starting;
                    context.registerBean(
                            "demonstrated", InstantSource.class, () -> clock, bean -> bean.setPrimary(true));
                    before(context, first);
                });
    }

    private static void before(GenericApplicationContext starting, Consumer<BeanFactory> first) {
        starting.registerBean("first", SmartInitializingSingleton.class, () -> () -> first.accept(starting));
    }

    private static Application start(
            OpenDatabase database,
            WebApplicationType type,
            Map<String, Object> more,
            ApplicationContextInitializer<ConfigurableApplicationContext> preparation) {
        var settings = new HashMap<>(database.settings());
        settings.putAll(more);
        try {
            var context = new SpringApplicationBuilder(HuiyinApplication.class)
                    .web(type)
                    // without pages, only what the command asks for is set up
                    .lazyInitialization(type == WebApplicationType.NONE)
                    .registerShutdownHook(false)
                    .initializers(starting -> Connecting.use(starting, database::address), preparation)
                    .run(arguments(settings));
            return new Application(database, context);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** As arguments they outrank application.yaml. */
    private static String[] arguments(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The port pages are served at. */
    int port() {
        var server = ((WebServerApplicationContext) context).getWebServer();
        if (server == null) {
            throw new IllegalStateException("this application serves no pages");
        }
        return server.getPort();
    }

    /** Serves until the process is asked to end. */
    void serve() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        context.close();
        database.close();
        closed.countDown();
    }
}
