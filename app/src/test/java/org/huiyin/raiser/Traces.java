package org.huiyin.raiser;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Leaves words in a database, and finds every table they stand in. */
final class Traces {

    private static final String TABLES = """
            select tablename from pg_tables where schemaname = current_schema() and tablename !~ '_[0-9]{4}$'
            """;

    private static final String BESIDE = """
            insert into exclusion (matter_id, programme, unit, period, from_at, until_at, class, reason, evidence)
              select :m, 'three-lists', 1, 'x', now(), now() + interval '1 day', 'x', :words, :words;
            insert into exclusion_act (exclusion_id, seq, act, account, post, unit, note, at)
              select max(id), 1, 'ask', 1, 1, 1, :words, now() from exclusion where matter_id = :m;
            insert into callback_attempt (programme, month, matter_id, account, post, unit, tried_at, outcome, note)
              select 'three-lists', '2026-03-01', :m, 1, 1, 1, now(), 'not-reached', :words;
            update instrument set reason = :words where matter_id = :m;
            insert into proposal_dismissal (matter_id, kind, account, post, unit, reason, dismissed_at) select :m, 'x', 1, 1, 1, :words, now();
            insert into retention_hold (matter_id, reason, account, unit, since, lifted_at) select :m, :words, 1, 1, now(), now();
            insert into erasure_request (matter_id, asked_at, decided_at, granted, account, unit, reason)
              select :m, now(), now(), true, 1, 1, :words
            """;

    private Traces() {}

    /** The tables one of these words stands in, as text or as bytes. */
    static TreeSet<String> of(JdbcClient database, String... words) {
        TreeSet<String> found = new TreeSet<>();
        List<String> tables =
                database.sql(TABLES).query((row, n) -> row.getString(1)).list();
        for (String table : tables) {
            for (String word : words) {
                boolean there = database.sql("select exists (select from \"" + table
                                + "\" t where strpos(t::text, :word) > 0 or strpos(t::text, :hex) > 0)")
                        .param("word", word)
                        .param("hex", HexFormat.of().formatHex(word.getBytes(StandardCharsets.UTF_8)))
                        .query(Boolean.class)
                        .single();
                if (there) {
                    found.add(table);
                }
            }
        }
        return found;
    }

    /** Writes beside a matter what takes a month of other work to come to. */
    static void beside(JdbcClient database, long matter, String words) {
        for (String sql : BESIDE.split(";\\s*")) {
            database.sql(sql).param("m", matter).param("words", words).update();
        }
    }

    /** Sends a form with a file. */
    static HttpResponse<String> upload(
            TestApp app,
            Visitor clerk,
            String path,
            String form,
            Map<String, String> fields,
            byte[] file,
            String name) {
        String boundary = "huiyin" + UUID.randomUUID();
        String token = clerk.formToken(form);
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", token);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((field, value) -> write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" + value
                        + "\r\n"));
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(file);
        write(body, "\r\n--" + boundary + "--\r\n");
        return clerk.send(HttpRequest.newBuilder(app.at(path))
                .header("X-CSRF-TOKEN", token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
