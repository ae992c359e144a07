package org.huiyin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Facts of registers, on Tuesday 3 March 2026. */
class KeepingTest {

    private final Books books = new Books(TestApp.start());

    private static String any(String what) {
        return what + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String idNumber() {
        return "4210021970" + String.format("%08d", Math.abs(UUID.randomUUID().hashCode() % 100_000_000));
    }

    @Test
    void an_entry_changes_and_leaves_and_any_day_can_be_looked_up() {
        Entry home = books.enter("deputy-homes", books.station(any("代表之家")));
        Entry moved =
                Books.kept(books.ask(FactRequest.Kind.CHANGE, home, Map.of("address", "北京路18号", "on", "2026-02-01")));
        Books.kept(books.ask(FactRequest.Kind.EXIT, home, Map.of("reason", "closed", "on", "2026-03-01")));

        assertThat(moved.version()).isEqualTo(2);
        assertThat(books.entries.asOf(home.id(), LocalDate.parse("2026-01-04"))).isEmpty();
        assertThat(books.entries
                        .asOf(home.id(), LocalDate.parse("2026-01-31"))
                        .orElseThrow()
                        .fields())
                .doesNotContainKey("address");
        assertThat(books.entries
                        .asOf(home.id(), LocalDate.parse("2026-02-01"))
                        .orElseThrow()
                        .fields())
                .containsEntry("address", "北京路18号");
        Entry left = books.entries.find(home.id()).orElseThrow();
        assertThat(left.state()).isEqualTo(Entry.State.LEFT);
        assertThat(books.entries.asOf(home.id(), LocalDate.parse("2026-03-01")).orElseThrow())
                .isEqualTo(left);
        assertThat(Books.wrong(books.ask(FactRequest.Kind.CHANGE, left, Map.of("on", "2026-03-02"))))
                .contains("register-is-left");
        Entry back = Books.kept(books.ask(FactRequest.Kind.RETURN, left, Map.of("on", "2026-03-02")));
        assertThat(back.since()).isEqualTo(LocalDate.parse("2026-03-02"));
    }

    @Test
    void facts_from_tomorrow_and_ends_before_the_beginning_are_refused() {
        Map<String, Object> tomorrow = books.station(any("代表之家"));
        // tests that ran before may have moved the clock on by hours
        tomorrow.put("on", "2026-03-08");
        assertThat(Books.wrong(books.ask("chaoyang", "deputy-homes", tomorrow))).isEqualTo("on date-too-late");

        Entry home = books.enter("deputy-homes", books.station(any("代表之家")));
        assertThat(Books.wrong(books.ask(FactRequest.Kind.EXIT, home, Map.of("reason", "closed", "on", "2026-01-04"))))
                .isEqualTo("on register-before-entry");
        assertThat(Books.wrong(books.ask(FactRequest.Kind.EXIT, home, Map.of("reason", "magic", "on", "2026-02-04"))))
                .contains("reason unknown-choice");
    }

    @Test
    void a_person_is_entered_once_and_a_seat_has_one_deputy_until_it_is_free() {
        String id = idNumber();
        String seat = any("朝阳");
        Entry first = books.enter("deputies", books.deputy("陈春梅", id, seat));

        assertThat(Books.wrong(books.ask("chaoyang", "deputies", books.deputy("陈春梅", id, any("别处")))))
                .isEqualTo("id-number register-taken");
        assertThat(Books.wrong(books.ask("chaoyang", "deputies", books.deputy("李秋菊", idNumber(), seat))))
                .isEqualTo("seat register-taken");
        Books.kept(books.ask(FactRequest.Kind.EXIT, first, Map.of("reason", "resigned", "on", "2026-02-01")));
        assertThat(Books.wrong(books.ask("chaoyang", "deputies", books.deputy("陈春梅", id, any("别处")))))
                .as("the person stays known, and comes back by returning")
                .isEqualTo("id-number register-taken");
        Entry second = books.enter("deputies", books.deputy("李秋菊", idNumber(), seat));
        assertThat(Books.wrong(books.ask(FactRequest.Kind.RETURN, first, Map.of("on", "2026-03-01"))))
                .isEqualTo("seat register-taken");
        assertThat(books.entries.identified(books.registers.of("deputies"), Map.of("id-number", id)))
                .get()
                .extracting(Entry::id)
                .isEqualTo(first.id());
        assertThat(second.number()).isGreaterThan(first.number());
    }

    @Test
    void nobody_belongs_to_themselves_not_even_by_way_of_others() {
        Map<String, Object> section = Map.of("level", "town", "chief", "王河长", "name", any("沙市河"));
        Entry upper = books.enter("river-sections", books.fields(section));
        Map<String, Object> below = books.fields(Map.of("level", "village", "chief", "李河长", "name", any("支流")));
        below.put("parent", "hd-" + upper.number());
        Entry lower = books.enter("river-sections", below);

        assertThat(lower.parent()).isEqualTo(upper.id());
        assertThat(Books.wrong(books.ask(
                        FactRequest.Kind.CHANGE, upper, Map.of("parent", "HD-" + lower.number(), "on", "2026-02-01"))))
                .isEqualTo("parent register-circle");
        assertThat(Books.wrong(books.ask(
                        FactRequest.Kind.CHANGE, upper, Map.of("parent", "HD-" + upper.number(), "on", "2026-02-01"))))
                .isEqualTo("parent register-circle");
        assertThat(Books.wrong(books.ask(FactRequest.Kind.CHANGE, upper, Map.of("parent", "RD-1", "on", "2026-02-01"))))
                .isEqualTo("parent register-no-parent");
        assertThat(Books.wrong(books.ask(FactRequest.Kind.EXIT, upper, Map.of("reason", "gone", "on", "2026-02-01"))))
                .contains("register-has-children");
    }

    @Test
    void an_unknown_place_or_unit_and_one_beyond_reach_are_refused() {
        Map<String, Object> strange = books.station(any("代表之家"));
        strange.put("place", "999999");
        strange.put("unit", "99999");
        assertThat(Books.wrong(books.ask("chaoyang", "deputy-homes", strange)))
                .isEqualTo("place register-no-place, unit register-no-unit");
        Map<String, Object> elsewhere = books.station(any("代表之家"));
        elsewhere.put("place", "421003");
        elsewhere.put("unit", Integer.toString(books.unit("jz-cg")));
        assertThat(Books.wrong(books.ask("chaoyang", "deputy-homes", elsewhere)))
                .isEqualTo("unit register-out-of-reach");
        assertThat(Books.wrong(books.ask("grid", "deputy-homes", books.station(any("代表之家")))))
                .isEqualTo("unit register-out-of-reach");
    }

    @Test
    void what_is_asked_together_is_kept_together_or_not_at_all() {
        long before = books.rows();
        Register homes = books.registers.of("deputy-homes");
        String name = any("代表之家");
        List<FactOutcome> outcomes = books.keeping.keep(
                books.actor("chaoyang"),
                List.of(
                        FactRequest.enter(homes, books.station(name), any("key-")),
                        FactRequest.enter(homes, books.station(any("另一个")), any("key-")),
                        FactRequest.enter(homes, books.station(name), any("key-"))),
                false);

        assertThat(outcomes.get(1)).isInstanceOf(FactOutcome.Withheld.class);
        assertThat(Books.wrong(outcomes.get(2))).isEqualTo("name register-twice");
        assertThat(books.rows()).isEqualTo(before);
    }

    @Test
    void the_same_request_is_kept_once_and_a_stale_one_is_refused() {
        Register homes = books.registers.of("deputy-homes");
        FactRequest request = FactRequest.enter(homes, books.station(any("代表之家")), any("key-"));
        Entry once = Books.kept(books.keeping.keep(books.actor("chaoyang"), request));

        assertThat(Books.kept(books.keeping.keep(books.actor("chaoyang"), request))
                        .id())
                .isEqualTo(once.id());
        FactRequest stale = new FactRequest(
                homes,
                FactRequest.Kind.CHANGE,
                once.id(),
                7,
                Map.of("on", "2026-02-01"),
                java.util.Set.of("on"),
                any("key-"));
        assertThat(Books.wrong(books.keeping.keep(books.actor("chaoyang"), stale)))
                .isEqualTo("on register-stale");
    }

    @Test
    void what_is_sealed_stands_nowhere_in_the_open() {
        Map<String, Object> household = books.fields(
                Map.of("name", "隐秘之人", "id-number", idNumber(), "need", "alone", "risk", "high", "address", "某路某号某室"));
        Entry entry = books.enter("care-households", household);

        assertThat(entry.name()).isEqualTo(Entry.SEALED);
        assertThat(entry.fields()).containsOnlyKeys("need", "risk");
        String stored = books.app
                .bean(JdbcClient.class)
                .sql(
                        "select string_agg(e::text || f::text, '') from register_entry e join register_fact f on f.entry = e.id where e.id = ?")
                .param(entry.id())
                .query(String.class)
                .single();
        assertThat(stored).doesNotContain("隐秘", "某路", String.valueOf(household.get("id-number")));
        assertThat(books.app.bean(Looks.class).open(books.actor("grid"), List.of(entry), Looks.What.CARD))
                .extractingByKey(entry.id())
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
                .containsEntry("name", "隐秘之人");
    }

    @Test
    void what_is_sealed_is_forgotten_when_its_time_is_over() {
        Map<String, Object> household = books.fields(
                Map.of("name", "久去之人", "id-number", idNumber(), "need", "alone", "risk", "low", "address", "某路某号"));
        household.put("on", "2019-01-05");
        Entry gone = books.enter("care-households", household);
        household.put("id-number", idNumber());
        Entry recent = books.enter("care-households", household);
        Books.kept(books.ask(FactRequest.Kind.EXIT, gone, Map.of("reason", "moved", "on", "2020-02-01")));
        Books.kept(books.ask(FactRequest.Kind.EXIT, recent, Map.of("reason", "moved", "on", "2025-02-01")));

        books.app.bean(SealedForgetting.class).forget();

        var left = books.entries.of(List.of(gone.id(), recent.id()));
        assertThat(books.app.bean(Looks.class).open(books.actor("grid"), left, Looks.What.CARD))
                .containsOnlyKeys(recent.id());
        assertThat(left).allMatch(entry -> entry.state() == Entry.State.LEFT);
    }

    @Test
    void counts_follow_the_facts_and_a_mistake_counts_on_no_day() {
        LocalDate day = LocalDate.parse("2026-01-20");
        LocalDate later = LocalDate.parse("2026-02-01");
        long before = books.entries.present("deputies", Books.COMMUNITY, null, "town", day);
        long laterBefore = books.entries.present("deputies", Books.COMMUNITY, null, "town", later);
        Entry deputy = books.enter("deputies", books.deputy("赵一", idNumber(), any("席")));
        assertThat(books.entries.present("deputies", Books.COMMUNITY, null, "town", day))
                .isEqualTo(before + 1);

        Books.kept(books.ask(FactRequest.Kind.CHANGE, deputy, Map.of("level", "county", "on", "2026-02-01")));
        assertThat(books.entries.present("deputies", Books.COMMUNITY, null, "town", later))
                .isEqualTo(laterBefore);
        assertThat(books.entries.present("deputies", Books.COMMUNITY, null, "town", day))
                .isEqualTo(before + 1);
        Books.kept(books.ask(FactRequest.Kind.VOID, deputy, Map.of("on", "2026-03-01")));
        assertThat(books.entries.present("deputies", Books.COMMUNITY, null, "town", day))
                .isEqualTo(before);
        assertThat(books.entries.asOf(deputy.id(), day)).isEmpty();
    }
}
