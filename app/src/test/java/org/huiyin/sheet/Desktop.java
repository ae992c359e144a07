package org.huiyin.sheet;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;

/** What a clerk does with tables: sends one, waits for what comes of it, presses the next button. */
final class Desktop {

    private final TestApp app;
    private final Visitor clerk;

    Desktop(TestApp app, String login) {
        this.app = app;
        this.clerk = Visitor.signedIn(app, login);
    }

    Visitor clerk() {
        return clerk;
    }

    /** Sends a file and waits until it is checked; returns the address of the job. */
    String send(String kind, String name, byte[] content) {
        String boundary = "huiyin" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        part(body, boundary, "_csrf", "", clerk.formToken("/sheets").getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "kind", "", kind.getBytes(StandardCharsets.UTF_8));
        part(body, boundary, "file", "; filename=\"" + name + "\"", content);
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        var answer = clerk.send(HttpRequest.newBuilder(app.at("/sheets/imports"))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
        String job = Visitor.location(answer);
        if (job.isEmpty()) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        settle(job);
        return job;
    }

    private static void part(ByteArrayOutputStream body, String boundary, String name, String more, byte[] content) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Waits until nothing is under way and returns the page. */
    String settle(String job) {
        await().atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !state(job).contains("hx-get"));
        return state(job);
    }

    String state(String job) {
        return clerk.get(job + "?part=state").body();
    }

    /** Presses a button of the job's page and waits for what comes of it. */
    String press(String job, String action) {
        clerk.post(job, job + "/" + action, Map.of());
        return settle(job);
    }

    /** A list as it is taken along. */
    byte[] take(String list) {
        return clerk.bytes("/sheets/" + list).body();
    }

    static byte[] csv(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** A workbook with these rows. */
    static byte[] xlsx(List<List<String>> rows) {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("表");
            for (int i = 0; i < rows.size(); i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows.get(i).size(); j++) {
                    row.createCell(j).setCellValue(rows.get(i).get(j));
                }
            }
            return written(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same workbook after somebody edited its first sheet. */
    static byte[] edited(byte[] xlsx, Consumer<Sheet> edit) {
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(xlsx))) {
            edit.accept(book.getSheetAt(0));
            return written(book);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] written(XSSFWorkbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    /** The cell beneath a heading, in the row of this matter. */
    static Cell cell(Sheet sheet, String number, String heading) {
        int column = column(sheet, heading);
        for (Row row : sheet) {
            Cell first = row.getCell(0);
            if (first != null && first.toString().equals(number)) {
                Cell cell = row.getCell(column);
                return cell == null ? row.createCell(column) : cell;
            }
        }
        throw new AssertionError("no row " + number);
    }

    /** Types a text into a cell; one that held another is emptied first, as every office does. */
    static void type(Sheet sheet, String number, String heading, String text) {
        Cell cell = cell(sheet, number, heading);
        cell.setBlank();
        cell.setCellValue(text);
    }

    static int column(Sheet sheet, String heading) {
        for (Cell cell : sheet.getRow(0)) {
            if (cell.toString().equals(heading)) {
                return cell.getColumnIndex();
            }
        }
        throw new AssertionError("no column " + heading);
    }
}
