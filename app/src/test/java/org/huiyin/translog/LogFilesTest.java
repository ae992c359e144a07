package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogFilesTest {

    private final TestApp app = TestApp.start();
    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void something_is_in_the_log() throws Exception {
        String number = new Handling(app).raise(Map.of()).number();
        assertThat(get("/m/" + number + "/proofs/1").statusCode()).isEqualTo(200);
    }

    @Test
    void the_checkpoint_is_a_signed_note_that_is_not_kept_for_long() throws Exception {
        HttpResponse<byte[]> answer = get("/log/checkpoint");

        Note note = Note.parse(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(note.check(app.bean(LogKeys.class).verifiers())).isInstanceOf(Note.Checked.Signed.class);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(header(answer, "Cache-Control")).isEqualTo("max-age=2");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void tiles_and_entries_lead_to_the_root_and_may_be_kept_for_ever() throws Exception {
        Checkpoint checkpoint = checkpoint();
        int width = (int) (checkpoint.size() % Tiles.WIDTH);
        String partial = new TilePath(0, checkpoint.size() / Tiles.WIDTH, width).toString();

        HttpResponse<byte[]> tile = get("/log/tile/" + partial);
        HttpResponse<byte[]> entries = get("/log/tile/" + partial.replaceFirst("^0", "entries"));

        TreeHash hash = new TreeHash();
        List<byte[]> leaves = new ArrayList<>();
        for (byte[] entry : Bundles.unpack(entries.body())) {
            leaves.add(hash.leaf(entry));
        }
        assertThat(leaves).hasSize(width);
        assertThat(tile.body()).isEqualTo(joined(leaves));
        assertThat(header(tile, "Content-Type")).isEqualTo("application/octet-stream");
        assertThat(header(tile, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
    }

    @Test
    void entries_come_compressed_to_whoever_takes_them_so() throws Exception {
        Checkpoint checkpoint = checkpoint();
        int width = (int) (checkpoint.size() % Tiles.WIDTH);
        String path = "/log/tile/" + new TilePath(TilePath.ENTRIES, checkpoint.size() / Tiles.WIDTH, width);

        HttpResponse<byte[]> zipped = client.send(
                HttpRequest.newBuilder(app.at(path))
                        .header("Accept-Encoding", "gzip, identity")
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(header(zipped, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(zipped, "Vary")).contains("Accept-Encoding");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.body())).readAllBytes())
                .isEqualTo(get(path).body());
    }

    @Test
    void counts_come_with_the_checkpoint_they_belong_to() throws Exception {
        String counts = new String(get("/log/counts").body(), java.nio.charset.StandardCharsets.UTF_8);

        assertThat(counts).startsWith("{\"checkpoint\":\"").contains("\"lists\":{", "\"three-lists\":{\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0/999",
                "0/x000/000",
                "0/x001/000",
                "0/000.p/0",
                "0/000.p/256",
                "0/000.p/007",
                "00/000",
                "64/000",
                "1/0",
                "-1/000",
                "63/x999/x999/x999/x999/x999/999",
                "0/x999/x999/x999/x999/x999/x999/x999/999",
                "entries/000.p/9999999999",
                "leaves/000",
                ""
            })
    void what_is_no_tile_is_not_found(String path) throws Exception {
        assertThat(get("/log/tile/" + path).statusCode()).isEqualTo(404);
    }

    private Checkpoint checkpoint() throws Exception {
        return Checkpoint.parse(
                Note.parse(new String(get("/log/checkpoint").body(), java.nio.charset.StandardCharsets.UTF_8))
                        .text());
    }

    private static byte[] joined(List<byte[]> hashes) {
        byte[] all = new byte[hashes.size() * TreeHash.BYTES];
        for (int i = 0; i < hashes.size(); i++) {
            System.arraycopy(hashes.get(i), 0, all, i * TreeHash.BYTES, TreeHash.BYTES);
        }
        return all;
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(app.at(path)).build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
