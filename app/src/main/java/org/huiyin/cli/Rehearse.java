package org.huiyin.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine.Command;

/** Starts once and shows a few pages, so that the launcher can keep what the JVM learnt (its AOT cache). */
@Command(name = "rehearse", hidden = true, description = "Start once, show the first pages and end.")
final class Rehearse implements Callable<Integer> {

    @Override
    public Integer call() throws IOException, InterruptedException {
        var data = Files.createTempDirectory("huiyin-rehearsal-");
        Logs.toFile(data.resolve("huiyin.log"));
        try (var application = Application.serving(OpenDatabase.own(data), "127.0.0.1", 0, beans -> {});
                var client = HttpClient.newHttpClient()) {
            for (var path : new String[] {"/", "/board", "/sign-in"}) {
                var page = URI.create("http://127.0.0.1:" + application.port() + path);
                client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.discarding());
            }
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
        return 0;
    }
}
