package org.huiyin.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.huiyin.org.Place;
import org.huiyin.programme.Text;
import org.junit.jupiter.api.Test;

class TileGridTest {

    private final List<Place> counties = List.of(
            county("松滋", 30.17, 111.76),
            county("荆州区", 30.35, 112.19),
            county("沙市区", 30.31, 112.26),
            county("公安", 30.06, 112.23),
            county("江陵", 30.04, 112.42),
            county("石首", 29.72, 112.43),
            county("监利", 29.84, 112.90),
            county("洪湖", 29.83, 113.48));

    @Test
    void the_grid_resembles_the_map() {
        var grid = TileGrid.of(counties);

        assertThat(grid.cell("松滋").column()).isLessThan(grid.cell("江陵").column());
        assertThat(grid.cell("江陵").column()).isLessThan(grid.cell("洪湖").column());
        assertThat(grid.cell("荆州区").row()).isLessThan(grid.cell("公安").row());
        assertThat(grid.cell("公安").row()).isLessThan(grid.cell("石首").row());
        assertThat(grid.cell("荆州区").column()).isLessThan(grid.cell("沙市区").column());
        assertThat(grid.cell("监利").column()).isLessThan(grid.cell("洪湖").column());
    }

    @Test
    void no_two_places_share_a_tile() {
        var grid = TileGrid.of(counties);

        var cells = counties.stream().map(place -> grid.cell(place.code())).toList();
        assertThat(new HashSet<>(cells)).hasSameSizeAs(counties);
    }

    @Test
    void places_nobody_has_located_follow_each_other() {
        var towns = IntStream.range(0, 10)
                .mapToObj(i -> new Place("t" + i, new Text("镇", "Town"), Place.Level.TOWN, "421002", null))
                .toList();

        var grid = TileGrid.of(towns);

        assertThat(grid.cell("t0")).isEqualTo(new TileGrid.Cell(0, 0));
        assertThat(grid.cell("t9")).isEqualTo(new TileGrid.Cell(1, 2));
        assertThat(grid.rows()).isEqualTo(3);
    }

    @Test
    void long_names_take_two_lines_and_the_kind_goes_without_saying_in_english() {
        var zone = place("荆州经济技术开发区", "Jingzhou Economic and Technological Development Zone");
        var farm = place("人民大垸农场管理区", "Renmindayuan Farm Administrative Zone");

        assertThat(Label.lines(zone, Locale.CHINESE)).containsExactly("荆州开发区");
        assertThat(Label.lines(zone, Locale.ENGLISH)).containsExactly("Jingzhou", "Dev. Zone");
        assertThat(Label.lines(farm, Locale.CHINESE)).containsExactly("人民大垸", "农场管理区");
        assertThat(Label.lines(farm, Locale.ENGLISH)).containsExactly("Renmindayuan");
    }

    private static Place place(String zh, String en) {
        return new Place("421071", new Text(zh, en), Place.Level.COUNTY, "4210", null);
    }

    private static Place county(String name, double lat, double lon) {
        return new Place(name, new Text(name, name), Place.Level.COUNTY, "4210", new Place.Position(lat, lon));
    }
}
