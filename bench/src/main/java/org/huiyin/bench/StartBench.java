package org.huiyin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** From the command {@code ./huiyin demo} to its first page, built and warm, and the heap it then holds. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "Time from ./huiyin demo to the first page, and the heap in use.")
final class StartBench implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Pattern USED = Pattern.compile("(?:total|heap)\\s+\\d+K, used (\\d+)K");

    @Option(names = "--runs", defaultValue = "5", description = "Warm runs (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--port", defaultValue = "18311", description = "Port to use (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--json", description = "End with one line of JSON (always so).")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var out = spec.commandLine().getOut();
        var data = Files.createTempDirectory("huiyin-bench-start-");
        try {
            var first = run(data);
            out.printf("%-8s %12s %10s%n", "start", "first page", "heap");
            out.printf("%-8s %9d ms %7d MB%n", "first", first.millis(), first.heapMegabytes());
            var warm = new ArrayList<Run>();
            for (int number = 1; number <= runs; number++) {
                var run = run(data);
                warm.add(run);
                out.printf("%-8s %9d ms %7d MB%n", "warm " + number, run.millis(), run.heapMegabytes());
                out.flush();
            }
            out.println(asJson(first, warm));
            out.flush();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        return 0;
    }

    private static String asJson(Run first, List<Run> warm) {
        var millis = warm.stream().mapToLong(Run::millis).sorted().toArray();
        var heap = warm.stream().mapToLong(Run::heapMegabytes).max().orElse(0);
        return "{\"firstStartMillis\":%d,\"warmStartMillisMedian\":%d,\"warmStartMillisMax\":%d,\"heapUsedMegabytes\":%d,\"runs\":%d}"
                .formatted(first.millis(), millis[millis.length / 2], millis[millis.length - 1], heap, millis.length);
    }

    private Run run(Path data) throws IOException, InterruptedException {
        var launcher = Path.of(System.getProperty("huiyin.root", "."), "huiyin").toString();
        var begin = System.nanoTime();
        var process = new ProcessBuilder(launcher, "demo", "--port", Integer.toString(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("console.log").toFile())
                .start();
        try {
            awaitPage(process);
            var millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            return new Run(millis, heapUsed(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void awaitPage(Process process) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                    throw new IOException("./huiyin demo ended with " + process.exitValue());
                }
                if (answers(client, request)) {
                    return;
                }
            }
            throw new IOException("no page within " + PATIENCE);
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** What the JVM itself says, in all its generations; the launcher ends as the JVM, so the process is the same. */
    private static long heapUsed(long pid) throws IOException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var process = new ProcessBuilder(jcmd, Long.toString(pid), "GC.heap_info").start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var kilobytes = USED.matcher(said.replace("def new generation", "heap").replace("tenured generation", "heap"))
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
        return kilobytes / 1024;
    }

    /** One start. */
    private record Run(long millis, long heapMegabytes) {}
}
