package org.huiyin.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private final Places places = Places.of(List.of(
            place("4210", "荆州市", Place.Level.CITY, null, null),
            place("421002", "沙市区", Place.Level.COUNTY, "4210", new Place.Position(30.31, 112.26)),
            place("421002005", "朝阳街道", Place.Level.TOWN, "421002", null),
            place("421002005001", "荆沙村社区居民委员会", Place.Level.VILLAGE, "421002005", null),
            place("421022", "公安县", Place.Level.COUNTY, "4210", new Place.Position(30.06, 112.23))));

    @Test
    void a_path_leaves_the_city_out_and_the_official_ending_away() {
        assertThat(places.path("421002005001", Locale.CHINESE)).isEqualTo("沙市区 · 朝阳街道 · 荆沙村社区");
        assertThat(places.path("4210", Locale.CHINESE)).isEqualTo("荆州市");
    }

    @Test
    void an_unknown_code_is_its_own_path() {
        assertThat(places.path("999999", Locale.CHINESE)).isEqualTo("999999");
        assertThat(places.exists("999999")).isFalse();
        assertThat(places.exists(null)).isFalse();
    }

    @Test
    void a_subtree_is_everything_whose_code_begins_alike() {
        assertThat(places.subtree("421002"))
                .extracting(Place::code)
                .containsExactly("421002", "421002005", "421002005001");
    }

    @Test
    void a_village_lies_in_its_county() {
        assertThat(places.enclosing("421002005001", Place.Level.COUNTY))
                .map(Place::code)
                .contains("421002");
    }

    @Test
    void a_villagers_committee_is_called_by_its_village() {
        var village = place("421002101200", "黄潭村村民委员会", Place.Level.VILLAGE, "421002", null);
        var farm = place("421002101201", "高阳村民委员会", Place.Level.VILLAGE, "421002", null);

        assertThat(village.shortName(Locale.CHINESE)).isEqualTo("黄潭村");
        assertThat(farm.shortName(Locale.CHINESE)).isEqualTo("高阳村");
    }

    @Test
    void a_search_finds_by_name_outermost_first() {
        assertThat(places.search("沙", 5)).extracting(Place::code).containsExactly("421002", "421002005001");
        assertThat(places.search("  ", 5)).isEmpty();
    }

    @Test
    void without_boundaries_only_the_nearest_place_is_known() {
        assertThat(places.at(30.3, 112.25)).isEmpty();
        assertThat(places.nearest(30.3, 112.25)).hasValueSatisfying(near -> {
            assertThat(near.place().code()).isEqualTo("421002");
            assertThat(near.metres()).isBetween(1_300.0, 1_600.0);
        });
    }

    @Test
    void reach_over_a_town_ends_at_its_border() {
        var reach = new Reach(false, Set.of(7), List.of("421002005"));

        assertThat(reach.coversPlace("421002005001")).isTrue();
        assertThat(reach.coversPlace("421002005")).isTrue();
        assertThat(reach.coversPlace("421002")).isFalse();
        assertThat(reach.coversPlace("421002006001")).isFalse();
        assertThat(reach.coversUnit(8)).isFalse();
    }

    private static Place place(
            String code, String name, Place.Level level, @Nullable String parent, Place.@Nullable Position position) {
        return new Place(code, new Text(name, name), level, parent, position);
    }
}
