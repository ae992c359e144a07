package org.huiyin.bench;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import org.HdrHistogram.Histogram;

/** How long a page takes, asked for over HTTP again and again. */
final class PageTimes {

    private static final int WARM = 20;

    private PageTimes() {}

    /** In microseconds, after some turns that are not measured. */
    static Histogram sample(ServedApp app, HttpClient browser, String path, int samples) throws Exception {
        Histogram micros = new Histogram(60_000_000L, 3);
        for (int n = 0; n < WARM + samples; n++) {
            long from = System.nanoTime();
            HttpResponse<String> page = app.get(browser, path);
            if (page.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + page.statusCode());
            }
            if (n >= WARM) {
                micros.recordValue((System.nanoTime() - from) / 1000);
            }
        }
        return micros;
    }
}
