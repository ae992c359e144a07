package org.huiyin.bulletin;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.Cells;
import com.deepoove.poi.data.Paragraphs;
import com.deepoove.poi.data.RowRenderData;
import com.deepoove.poi.data.Rows;
import com.deepoove.poi.data.TableRenderData;
import com.deepoove.poi.data.Tables;
import com.deepoove.poi.data.TextRenderData;
import com.deepoove.poi.data.Texts;
import com.deepoove.poi.data.style.BorderStyle;
import com.deepoove.poi.data.style.ParagraphStyle;
import com.deepoove.poi.policy.RenderPolicy;
import com.deepoove.poi.template.ElementTemplate;
import com.deepoove.poi.template.run.RunTemplate;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.huiyin.frame.Page;
import org.huiyin.paper.WordTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A bulletin as a Word file, made from a template the office may replace. The template knows {@code {{title}}}, {@code {{draft}}}, {@code {{to}}},
 * {@code {{issuer}}}, {@code {{date}}}, between {@code {{?lead}}} and {@code {{/lead}}} {@code {{text}}}, and between {@code {{?sections}}} and
 * {@code {{/sections}}} {@code {{heading}}}, {@code {{?paragraphs}}{{text}}{{/paragraphs}}}, {@code {{chart}}} and {@code
 * {{?tables}}{{caption}}{{#table}}{{/tables}}}.
 */
@Component
class BulletinPaper {

    private static final String PACKAGED = "/papers/bulletin.docx";
    private static final double TEXT_WIDTH_CM = 15.6;
    private static final String LINE = "8A8F8D";
    private static final String HEAD = "E3EFEB";
    private static final double SMALL = 9;
    private static final double SMALLER = 7;
    private static final int CELL_MARGIN = 30;

    private final byte[] template;

    BulletinPaper(@Value("${huiyin.bulletin.paper:}") String replacement) {
        this.template = WordTemplate.bytes(replacement, "huiyin.bulletin.paper", PACKAGED);
    }

    byte[] of(Page page, Bulletin bulletin) {
        Map<String, Object> words = new HashMap<>();
        words.put("title", plain(bulletin.head().title()));
        words.put("draft", plain(bulletin.draft() ? page.t("bulletin.draft") : ""));
        words.put("to", plain(bulletin.head().to()));
        words.put("lead", texts(bulletin.head().lead()));
        words.put("issuer", plain(bulletin.head().issuer()));
        words.put("date", plain(bulletin.head().date()));
        words.put("sections", bulletin.sections().stream().map(this::section).toList());
        // only names are filled in; what people wrote is never an expression
        Configure plainly = Configure.builder().bind("chart", new Charts()).build();
        try (XWPFTemplate paper = XWPFTemplate.compile(new ByteArrayInputStream(template), plainly)
                .render(words)) {
            paper.getXWPFDocument().getTables().forEach(BulletinPaper::set);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            paper.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> section(Bulletin.Section section) {
        Map<String, Object> words = new HashMap<>();
        words.put("heading", plain(section.heading()));
        words.put("paragraphs", texts(section.paragraphs()));
        if (section.chart() != null) {
            words.put("chart", section.chart());
        }
        words.put(
                "tables",
                section.tables().stream()
                        .map(table -> Map.of("caption", plain(table.caption()), "table", table(table)))
                        .toList());
        return words;
    }

    private static List<Map<String, Object>> texts(List<String> paragraphs) {
        return paragraphs.stream().map(text -> Map.of("text", plain(text))).toList();
    }

    private static TableRenderData table(Bulletin.Table table) {
        List<RowRenderData> rows = new ArrayList<>();
        rows.add(row(table.columns(), true));
        table.rows().forEach(cells -> rows.add(row(cells, false)));
        int all = table.widths().stream().mapToInt(Integer::intValue).sum();
        double[] widths = table.widths().stream()
                .mapToDouble(width -> TEXT_WIDTH_CM * width / all)
                .toArray();
        return Tables.of(rows.toArray(RowRenderData[]::new))
                .width(TEXT_WIDTH_CM, widths)
                .center()
                .border(BorderStyle.builder()
                        .withColor(LINE)
                        .withSize(4)
                        .withType(XWPFTable.XWPFBorderType.SINGLE)
                        .build())
                .create();
    }

    private static RowRenderData row(List<String> cells, boolean head) {
        Rows.RowBuilder row = Rows.of().verticalCenter();
        for (String cell : cells) {
            ParagraphAlignment side =
                    !head && Bulletin.Table.words(cell) ? ParagraphAlignment.LEFT : ParagraphAlignment.CENTER;
            String[] lines = cell.split("\n");
            var paragraph = Paragraphs.of()
                    .paraStyle(ParagraphStyle.builder().withAlign(side).build())
                    .addText(line(lines[0], head, SMALL));
            for (int i = 1; i < lines.length; i++) {
                paragraph.addText(line("\n" + lines[i], head, SMALLER));
            }
            row.addCell(Cells.of().addParagraph(paragraph.create()).create());
        }
        if (head) {
            row.bgColor(HEAD);
        }
        return row.create();
    }

    private static TextRenderData line(String text, boolean bold, double size) {
        Texts.TextBuilder line = Texts.of(text).fontSize(size);
        return (bold ? line.bold() : line).create();
    }

    /** A table of ours says its heading again on each page, breaks no row, and leaves its width to its words. */
    private static void set(XWPFTable table) {
        if (HEAD.equals(table.getRow(0).getCell(0).getColor())) {
            table.setCellMargins(20, CELL_MARGIN, 20, CELL_MARGIN);
            table.getRow(0).setRepeatHeader(true);
            table.getRows().forEach(row -> row.setCantSplitRow(true));
        }
    }

    private static Object plain(String text) {
        return Texts.of(text).create();
    }

    /** Draws a section's chart where the template wants it. */
    private static final class Charts implements RenderPolicy {

        @Override
        public void render(ElementTemplate element, Object data, XWPFTemplate paper) {
            RunTemplate place = (RunTemplate) element;
            place.getRun().setText("", 0);
            if (data instanceof Bulletin.Chart chart && !chart.labels().isEmpty()) {
                ChartDrawing.into(paper.getXWPFDocument(), place.getRun(), chart);
            } else if (place.getRun().getParent() instanceof XWPFParagraph paragraph) {
                XWPFDocument document = paper.getXWPFDocument();
                int at = document.getPosOfParagraph(paragraph);
                if (at >= 0) {
                    document.removeBodyElement(at);
                }
            }
        }
    }
}
