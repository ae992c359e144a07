package org.huiyin.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnitsTest {

    private final Units units = Units.of(List.of(
            unit(1, "city", "市政府", null, "4210", false),
            unit(2, "hotline", "市12345热线", 1, "4210", true),
            unit(3, "housing", "市住建局", 1, "4210", false, "房屋安全"),
            unit(4, "shashi", "沙市区政府", 1, "421002", false),
            unit(5, "shashi-hotline", "沙市区热线", 4, "421002", true),
            unit(6, "shashi-housing", "沙市区住建局", 4, "421002", false, "房屋安全"),
            unit(7, "chaoyang", "朝阳街道办", 4, "421002005", true)));

    @Test
    void a_subtree_holds_the_unit_and_all_below_it() {
        assertThat(units.subtree(4)).containsExactlyInAnyOrder(4, 5, 6, 7);
        assertThat(units.subtree(7)).containsExactly(7);
        assertThat(units.subtree(99)).isEmpty();
    }

    @Test
    void the_town_office_dispatches_where_there_is_one_else_the_county_else_the_city() {
        assertThat(units.officeFor("421002005001")).map(Unit::id).contains(7);
        assertThat(units.officeFor("421002001001")).map(Unit::id).contains(5);
        assertThat(units.officeFor("421003")).map(Unit::id).contains(2);
    }

    @Test
    void nobody_dispatches_for_a_place_outside_the_city() {
        assertThat(units.officeFor("9900")).isEmpty();
        assertThat(units.officeFor(null)).isEmpty();
    }

    @Test
    void the_owner_of_a_category_nearest_to_the_place_comes_first() {
        assertThat(units.answeringFor("房屋安全", "421002001")).extracting(Unit::id).containsExactly(6, 3);
        assertThat(units.answeringFor("房屋安全", "421003")).extracting(Unit::id).containsExactly(3);
    }

    @Test
    void a_path_names_every_unit_from_the_top() {
        assertThat(units.path(6, Locale.CHINESE)).isEqualTo("市政府 › 沙市区政府 › 沙市区住建局");
    }

    @Test
    void a_search_asks_for_all_words() {
        assertThat(units.search("沙市 住建", 5)).extracting(Unit::id).containsExactly(6);
        assertThat(units.search("房屋", 5)).extracting(Unit::id).containsExactly(3, 6);
    }

    private static Unit unit(
            int id,
            String code,
            String name,
            @Nullable Integer parent,
            String place,
            boolean office,
            String... duties) {
        return new Unit(
                id, code, new Text(name, code), parent, Unit.Kind.DEPARTMENT, place, office, true, List.of(duties));
    }
}
