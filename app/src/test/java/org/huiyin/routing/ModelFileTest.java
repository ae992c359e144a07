package org.huiyin.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    @TempDir
    private Path directory = Path.of("");

    private final RoutingModel model = Street.learned();

    @Test
    void a_model_read_again_says_the_same_to_the_last_digit() {
        Path file = directory.resolve("street.model");
        ModelFile.write(model, file);

        RoutingModel again = ModelFile.read(file);

        for (Labelled message : Street.messages(50, 9)) {
            assertThat(again.suggest(message.title(), message.body()))
                    .isEqualTo(model.suggest(message.title(), message.body()));
        }
        assertThat(again.about()).isEqualTo(model.about());
        assertThat(again.scoring().provenance())
                .contains("LibLinearClassificationTrainer")
                .contains("street");
    }

    @Test
    void a_changed_byte_a_missing_end_and_another_version_are_refused() {
        byte[] good = ModelFile.bytes(model);
        byte[] changed = good.clone();
        changed[good.length / 2] ^= 1;
        byte[] cut = Arrays.copyOf(good, good.length - 7);
        byte[] other = good.clone();
        other["huiyin-routing-".length()] = '7';

        assertThatThrownBy(() -> ModelFile.read(changed, "m")).hasMessageContaining("not as it was written");
        assertThatThrownBy(() -> ModelFile.read(cut, "m")).hasMessageContaining("not as it was written");
        assertThatThrownBy(() -> ModelFile.read(other, "m")).hasMessageContaining("another version");
        assertThatThrownBy(() -> ModelFile.read("hello".getBytes(StandardCharsets.UTF_8), "m"))
                .hasMessageContaining("not a model");
        assertThatThrownBy(() -> ModelFile.read(directory.resolve("none.model")))
                .isInstanceOf(CannotLearn.class);
    }

    @Test
    void a_table_is_read_by_the_columns_it_has() throws IOException {
        Path file = directory.resolve("rows.csv");
        Files.writeString(file, "\uFEFF标题,正文,类\n路灯,\"坏了\n一个月\",照明\n,,照明\n积水,,排水\n学校,好,\n");

        List<Labelled> rows = new LabelledFile(file, List.of("标题", "正文"), "类").read();
        List<Labelled> bodies = new LabelledFile(file, List.of("无此列", "正文"), "类").read();

        assertThat(rows).extracting(Labelled::label).containsExactly("照明", "排水");
        assertThat(rows.getFirst().body()).contains("坏了");
        assertThat(bodies).singleElement().extracting(Labelled::title).isEqualTo("");
    }

    @Test
    void what_is_no_table_is_refused_with_what_was_found() throws IOException {
        Path foreign = directory.resolve("foreign.csv");
        Files.writeString(foreign, "a,b\n1,2\n");
        Path other = directory.resolve("gb.csv");
        Files.write(other, "标题,类\n路灯,照明\n".getBytes(Charset.forName("GB18030")));
        Path empty = directory.resolve("empty.csv");
        Files.writeString(empty, "");

        assertThatThrownBy(() -> new LabelledFile(foreign, List.of("标题"), "类").read())
                .isInstanceOf(CannotLearn.class)
                .hasMessageContaining("no column 类")
                .hasMessageContaining("a, b");
        assertThatThrownBy(() -> new LabelledFile(other, List.of("标题"), "类").read())
                .isInstanceOf(CannotLearn.class)
                .hasMessageContaining("UTF-8");
        assertThatThrownBy(() -> new LabelledFile(empty, List.of("标题"), "类").read())
                .isInstanceOf(CannotLearn.class);
    }
}
