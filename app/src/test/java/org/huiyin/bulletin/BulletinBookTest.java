package org.huiyin.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The workbook behind a bulletin, read as the office's own program reads it. */
class BulletinBookTest {

    private static final String PUBLISHED = "assessment-month/2026-02";
    private static final int FIRST_LINK = 10;

    private final TestApp app = ToldCity.app();
    private final Visitor supervisor = Visitor.signedIn(app, "duban");

    @Test
    void every_figure_leads_to_exactly_the_rows_it_counts_and_a_program_that_reckons_counts_as_many()
            throws IOException {
        try (XSSFWorkbook book = book("?period=" + PUBLISHED)) {
            var reckoner = book.getCreationHelper().createFormulaEvaluator();
            Sheet index = book.getSheetAt(0);
            int links = 0;
            for (int i = 1; i <= index.getLastRowNum(); i++) {
                Row row = index.getRow(i);
                String figure = i + " " + text(row, 1) + " " + text(row, 2);
                for (int column = FIRST_LINK; column < row.getLastCellNum(); column++) {
                    String said = text(row, column).replaceFirst(" × .*", "");
                    if (row.getCell(column) != null && row.getCell(column).getHyperlink() != null) {
                        links++;
                        assertThat(said).as(figure).endsWith(" " + rows(book, row, column) + "件");
                    } else if (!said.isEmpty()) {
                        assertThat(said).as(figure).endsWith(" 0件");
                    }
                }
                for (int column : List.of(5, 7)) {
                    if (row.getCell(column) != null) {
                        assertThat(reckoner.evaluate(row.getCell(column + 1)).getNumberValue())
                                .as(figure)
                                .isEqualTo(row.getCell(column).getNumericCellValue());
                    }
                }
                assertThat(text(row, 4)).as(figure).isEqualTo(value(row));
            }

            assertThat(index.getLastRowNum()).isGreaterThan(300);
            assertThat(links).isGreaterThan(500);
        }
    }

    /** How many rows the name behind a link covers, all of the figure's period and, where it is of one unit, of that unit. */
    private static int rows(XSSFWorkbook book, Row row, int column) {
        var name = book.getName(row.getCell(column).getHyperlink().getAddress());
        AreaReference area = new AreaReference(name.getRefersToFormula(), SpreadsheetVersion.EXCEL2007);
        CellReference first = area.getFirstCell();
        int last = area.getLastCell().getRow();
        Sheet sheet = book.getSheet(first.getSheetName());
        for (int i = first.getRow(); i <= last; i++) {
            assertThat(text(sheet.getRow(i), 0)).isEqualTo(text(row, 3));
            if (!text(row, 2).equals("全市") && !text(row, 1).startsWith("占")) {
                assertThat(cells(sheet.getRow(i))).contains(text(row, 2));
            }
        }
        return last - first.getRow() + 1;
    }

    /** What a figure comes to by what it says it is made of. */
    private static String value(Row row) {
        if (row.getCell(5) == null) {
            return text(row, 4); // made of other figures, which are held on their own
        }
        BigDecimal over = new BigDecimal(Double.toString(row.getCell(5).getNumericCellValue()));
        if (row.getCell(7) == null) {
            return over.setScale(0, RoundingMode.UNNECESSARY).toPlainString();
        }
        BigDecimal under = new BigDecimal(Double.toString(row.getCell(7).getNumericCellValue()));
        return over.movePointRight(2).divide(under, 2, RoundingMode.HALF_UP).toPlainString() + "%";
    }

    @Test
    void its_figures_of_units_are_those_of_the_published_ranking() throws IOException {
        String page = supervisor.get("/desk/assessment?period=" + PUBLISHED).body();
        var frozen = java.util.regex.Pattern.compile("href=\"([^\"]+)\" class=\"code\"")
                .matcher(page);
        assertThat(frozen.find()).isTrue();
        JsonNode ranking = JsonMapper.shared()
                .readTree(supervisor.get(frozen.group(1).replace("&amp;", "&")).body());

        Map<String, List<String>> book = new TreeMap<>();
        try (XSSFWorkbook workbook = book("?period=" + PUBLISHED)) {
            for (Row row : workbook.getSheetAt(0)) {
                if (text(row, 0).equals("各单位排名") && text(row, 3).equals("本期")) {
                    book.computeIfAbsent(text(row, 1), name -> new ArrayList<>())
                            .add(text(row, 4).replace("%", ""));
                }
            }
        }

        Map<String, String> names =
                Map.of("on-time", "按时办结率", "solve", "解决率", "satisfaction", "满意率", "composite", "综合得分");
        names.forEach((measure, name) -> {
            List<String> published = new ArrayList<>();
            ranking.get("classes")
                    .forEach(units -> units.forEach(unit -> {
                        if (unit.get("scores").has(measure)) {
                            published.add(unit.get("scores")
                                    .get(measure)
                                    .get("percent")
                                    .decimalValue()
                                    .setScale(2, RoundingMode.UNNECESSARY)
                                    .toPlainString());
                        }
                    }));
            assertThat(published).as(name).isNotEmpty();
            assertThat(book.get(name)).as(name).hasSameSizeAs(published);
            assertThat(book.get(name)).as(name).containsExactlyInAnyOrderElementsOf(published);
        });
    }

    private XSSFWorkbook book(String query) throws IOException {
        var answer = supervisor.bytes("/desk/bulletin.xlsx" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new XSSFWorkbook(new ByteArrayInputStream(answer.body()));
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
            cells.add(i == 8 ? "" : text(row, i));
        }
        return cells;
    }

    private static String text(Row row, int column) {
        Cell cell = row.getCell(column);
        return cell == null ? "" : cell.getStringCellValue();
    }
}
