package org.huiyin.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DemoCityTest {

    private final TestApp app = TestApp.start();
    private final DemoCity city = app.bean(DemoCity.class);
    private final Organisation organisation = app.bean(Organisation.class);

    @BeforeEach
    void loaded() {
        city.load(Progress.SILENT);
    }

    @Test
    void it_has_the_official_places() {
        var places = organisation.places();

        assertThat(places.children("4210")).hasSize(9);
        assertThat(places.subtree("4210"))
                .filteredOn(p -> p.level() == Place.Level.TOWN)
                .hasSize(129);
        assertThat(places.subtree("4210"))
                .filteredOn(p -> p.level() == Place.Level.VILLAGE)
                .hasSize(1969);
        assertThat(places.path("421002005001", Locale.CHINESE)).isEqualTo("沙市区 · 朝阳街道 · 红星路社区");
    }

    @Test
    void two_streets_have_grids_estates_and_buildings() {
        var chaoyang = organisation.places().subtree("421002005");

        assertThat(chaoyang)
                .extracting(Place::level)
                .contains(Place.Level.GRID, Place.Level.ESTATE, Place.Level.BUILDING);
    }

    @Test
    void every_place_has_an_office_that_dispatches_for_it() {
        var units = organisation.units();

        assertThat(organisation.places().subtree("4210"))
                .allSatisfy(place -> assertThat(units.officeFor(place.code())).isPresent());
        assertThat(units.officeFor("421002005001").map(Unit::code)).contains("t421002005");
    }

    @Test
    void loading_again_changes_nothing() {
        assertThat(city.load(Progress.SILENT)).isFalse();
    }

    @Test
    void every_sign_in_it_shows_works() {
        assertThat(city.signIns())
                .extracting(SignIn::login)
                .contains("admin", "hotline", "chaoyang", "grid", "resident");
        for (var signIn : city.signIns()) {
            Visitor.signedIn(app, signIn.login());
        }
    }
}
