package org.huiyin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void chinese_cells_count_double() {
        var table = new TextTable(List.of(List.of("沙市区", "a"), List.of("office", "b"), List.of("", "c")));

        assertThat(table).hasToString("沙市区  a\noffice  b\n        c");
    }
}
