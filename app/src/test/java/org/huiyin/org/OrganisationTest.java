package org.huiyin.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import java.util.List;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.Text;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class OrganisationTest {

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final Organisation organisation = new Organisation(new OrganisationRows(database), new Admission(database));
    private final Keyring keyring = new Keyring(new byte[32]);
    private final Staff staff = new Staff(database, keyring, TestClock.at("2026-03-03T09:00"));
    private final Actors actors = new Actors(database, organisation, keyring, InstantSource.system());

    @BeforeEach
    void a_small_city() {
        organisation.admitPlaces(List.of(
                new Place("421002", new Text("沙市区", "Shashi"), Place.Level.COUNTY, "4210", null),
                new Place("4210", new Text("荆州市", "Jingzhou"), Place.Level.CITY, null, null)));
        organisation.admitUnits(List.of(
                unit("section", "bureau", Unit.Kind.SECTION, false),
                unit("bureau", "city", Unit.Kind.DEPARTMENT, false),
                unit("city", null, Unit.Kind.CITY, true)));
    }

    @Test
    void what_was_admitted_is_read_back() {
        var bureau = organisation.units().find("bureau").orElseThrow();
        var city = organisation.units().find("city").orElseThrow();

        assertThat(bureau.parent()).isEqualTo(city.id());
        assertThat(bureau.duties()).containsExactly("道路", "路灯");
        assertThat(organisation.units().officeFor("421002")).contains(city);
        assertThat(organisation.places().find("421002")).map(Place::name).contains(new Text("沙市区", "Shashi"));
    }

    @Test
    void admitting_again_changes_nothing() {
        assertThat(organisation.admitUnits(List.of(unit("bureau", null, Unit.Kind.OFFICE, true))))
                .isZero();

        assertThat(organisation.units().find("bureau")).map(Unit::kind).contains(Unit.Kind.DEPARTMENT);
    }

    @Test
    void a_post_reaches_its_unit_and_all_below_it() {
        staff.appoint(List.of(person("bureau", Role.HANDLER, false)));

        var actor = only(Role.HANDLER);

        int section = organisation.units().find("section").orElseThrow().id();
        int city = organisation.units().find("city").orElseThrow().id();
        assertThat(actor.reach().coversUnit(actor.unit())).isTrue();
        assertThat(actor.reach().coversUnit(section)).isTrue();
        assertThat(actor.reach().coversUnit(city)).isFalse();
        assertThat(actor.reach().coversPlace("421002001")).isTrue();
        assertThat(actor.reach().coversPlace("421003")).isFalse();
    }

    @Test
    void a_person_without_a_post_acts_as_a_resident() {
        staff.appoint(List.of(person(null, Role.RESIDENT, false)));

        var actor = only(Role.RESIDENT);

        assertThat(actor.staff()).isFalse();
        assertThat(actor.signedIn()).isTrue();
        assertThat(actor.reach()).isEqualTo(Reach.NOWHERE);
    }

    @Test
    void a_withdrawn_post_gives_nothing_any_more() {
        staff.appoint(List.of(person("bureau", Role.SUPERVISOR, true)));
        var before = only(Role.SUPERVISOR);
        assertThat(before.reach()).isEqualTo(Reach.EVERYWHERE);

        database.sql("update post set active = false").update();

        assertThat(actors.at(before.account(), before.post())).isEmpty();
        assertThat(only(Role.RESIDENT).staff()).isFalse();
    }

    @Test
    void a_post_at_an_unknown_unit_is_refused() {
        assertThatThrownBy(() -> staff.appoint(List.of(person("nowhere", Role.HANDLER, false))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not exist");
    }

    private Actor only(Role role) {
        long account = database.sql("select id from account").query(Long.class).single();
        var held = actors.of(account);
        assertThat(held).hasSize(1);
        assertThat(held.getFirst().actor().role()).isEqualTo(role);
        return held.getFirst().actor();
    }

    private static NewUnit unit(String code, @Nullable String parent, Unit.Kind kind, boolean office) {
        return new NewUnit(code, new Text(code, code), parent, kind, "4210", office, List.of("道路", "路灯"));
    }

    private static Appointment person(@Nullable String unit, Role role, boolean everywhere) {
        var account = new Appointment.NewAccount("wang", "no hash", false);
        var posts = unit == null
                ? List.<Appointment.NewPost>of()
                : List.of(new Appointment.NewPost(unit, role, "", List.of("421002"), everywhere));
        return new Appointment("王敏", null, posts, account);
    }
}
