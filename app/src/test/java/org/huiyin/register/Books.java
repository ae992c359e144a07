package org.huiyin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.programme.FieldError;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enters and changes entries of the demonstration city's registers, as one of its people. */
final class Books {

    static final String COMMUNITY = "421002005001";

    final TestApp app;
    final Keeping keeping;
    final Entries entries;
    final Registers registers;

    Books(TestApp app) {
        this.app = app;
        Visitor.to(app); // loads the city
        this.keeping = app.bean(Keeping.class);
        this.entries = app.bean(Entries.class);
        this.registers = app.bean(Registers.class);
    }

    Actor actor(String login) {
        return app.bean(Actors.class).of(app.account(login)).getFirst().actor();
    }

    int unit(String code) {
        return app.bean(Organisation.class).units().find(code).orElseThrow().id();
    }

    /** What a station's form holds. */
    Map<String, Object> station(String name) {
        return fields(Map.of("name", name));
    }

    Map<String, Object> fields(Map<String, Object> own) {
        Map<String, Object> fields = new LinkedHashMap<>(
                Map.of("place", COMMUNITY, "unit", Integer.toString(unit("t421002005")), "on", "2026-01-05"));
        fields.putAll(own);
        return fields;
    }

    Map<String, Object> deputy(String name, String idNumber, String seat) {
        return fields(Map.of(
                "name", name, "id-number", idNumber, "seat", seat, "level", "town", "congress", "3", "sex", "female"));
    }

    Entry enter(String register, Map<String, Object> raw) {
        return kept(ask("chaoyang", register, raw));
    }

    FactOutcome ask(String login, String register, Map<String, Object> raw) {
        return keeping.keep(
                actor(login),
                FactRequest.enter(registers.of(register), raw, UUID.randomUUID().toString()));
    }

    FactOutcome ask(FactRequest.Kind kind, Entry entry, Map<String, Object> raw) {
        return keeping.keep(actor("chaoyang"), FactRequest.of(registers.of(entry.register()), kind, entry.id(), raw));
    }

    static Entry kept(FactOutcome outcome) {
        assertThat(outcome).isInstanceOf(FactOutcome.Kept.class);
        return ((FactOutcome.Kept) outcome).entry();
    }

    /** What was wrong: {@code field slug}. */
    static String wrong(FactOutcome outcome) {
        assertThat(outcome).isInstanceOf(FactOutcome.Refused.class);
        return ((FactOutcome.Refused) outcome)
                .errors().stream().map(Books::said).collect(Collectors.joining(", "));
    }

    private static String said(FieldError error) {
        return error.field() + " " + error.slug();
    }

    long rows() {
        return app.bean(JdbcClient.class)
                .sql("select (select count(*) from register_fact) + (select count(*) from register_entry)"
                        + " + (select count(*) from register_claim) + (select sum(came + gone) from register_tally)")
                .query(Long.class)
                .single();
    }

    List<String> names(EntryFilter filter) {
        return entries.page(filter).stream().map(Entry::name).toList();
    }
}
