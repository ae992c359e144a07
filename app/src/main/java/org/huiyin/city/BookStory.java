package org.huiyin.city;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.register.FactOutcome;
import org.huiyin.register.FactRequest;
import org.huiyin.register.Keeping;
import org.huiyin.register.Registers;
import org.springframework.stereotype.Component;

/** Fills the smaller registers of the demonstration city from {@code books.yaml}, whatever they are of. */
@Component
public class BookStory {

    private final Keeping keeping;
    private final Registers registers;
    private final Organisation organisation;

    BookStory(Keeping keeping, Registers registers, Organisation organisation) {
        this.keeping = keeping;
        this.registers = registers;
        this.organisation = organisation;
    }

    /** What stands in {@code books.yaml}: register → its entries, each with the code of the unit that keeps it. */
    record Books(String since, Map<String, List<Map<String, Object>>> books, JointAction.Script action) {}

    static Books books() {
        return CityYaml.read("jingzhou", "books.yaml", Books.class);
    }

    /** Enters all of them. */
    public void tell() {
        Books books = books();
        books.books().forEach((name, entries) -> {
            List<FactRequest> requests = new ArrayList<>();
            for (Map<String, Object> entry : entries) {
                Map<String, Object> fields = new HashMap<>(entry);
                String unit = String.valueOf(entry.get("unit"));
                fields.put("unit", (long)
                        organisation.units().find(unit).orElseThrow().id());
                fields.put("on", books.since());
                requests.add(FactRequest.enter(registers.of(name), fields, "story-" + name + "-" + entry.get("name")));
            }
            for (FactOutcome outcome : keeping.keep(Actor.SYSTEM, requests, false)) {
                if (!(outcome instanceof FactOutcome.Kept)) {
                    throw new IllegalStateException("The story's books were refused: " + outcome);
                }
            }
        });
    }
}
