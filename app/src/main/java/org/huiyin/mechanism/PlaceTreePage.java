package org.huiyin.mechanism;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.programme.Field;
import org.huiyin.register.Registers;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The tree of places with who answers at each level; a building has two chiefs, and where one is missing it says so. */
@Controller
class PlaceTreePage {

    static final String REGISTER = "place-duties";
    private static final List<String> CHIEFS = List.of("building-head", "party-head");

    private final StaticTemplates templates = new StaticTemplates();
    private final Answerable answerable;
    private final Organisation organisation;
    private final Registers registers;

    PlaceTreePage(Answerable answerable, Organisation organisation, Registers registers) {
        this.answerable = answerable;
        this.organisation = organisation;
        this.registers = registers;
    }

    /** From the reader's own place on, the city for everybody else. */
    @GetMapping("/desk/places")
    JteModel first(Page page) {
        String own = page.reader().reach().places().stream().findFirst().orElse("");
        return show(
                organisation
                        .places()
                        .find(own)
                        .map(Place::code)
                        .orElseGet(
                                () -> organisation.places().roots().getFirst().code()),
                page);
    }

    @GetMapping("/desk/places/{code}")
    JteModel show(@PathVariable String code, Page page) {
        if (!page.reader().staff()) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        Place place =
                organisation.places().find(code).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        List<Place> inside = organisation.places().children(code);
        List<String> codes = new ArrayList<>(inside.stream().map(Place::code).toList());
        codes.add(code);
        List<Answerable.Somebody> posts = answerable.posts(codes);
        List<Answerable.Somebody> entered = answerable.entered(codes);
        List<PlaceView.Inside> rows =
                inside.stream().map(one -> inside(page, one, posts, entered)).toList();
        return templates.mechanismPlace(
                page,
                new PlaceView(
                        name(page, place),
                        page.t("mechanism.level." + place.level().key()),
                        organisation.places().line(code).stream()
                                .filter(above -> !above.code().equals(code))
                                .map(above -> new PlaceView.Above("/desk/places/" + above.code(), name(page, above)))
                                .toList(),
                        people(page, code, posts, entered),
                        organisation
                                .units()
                                .officeFor(code)
                                .map(unit -> page.t(unit.name()))
                                .orElse(""),
                        rows,
                        (int) rows.stream()
                                .filter(row -> !row.lacks().isEmpty())
                                .count()));
    }

    private List<PlaceView.PersonLine> people(
            Page page, String code, List<Answerable.Somebody> posts, List<Answerable.Somebody> entered) {
        List<PlaceView.PersonLine> people = new ArrayList<>();
        posts.stream().filter(one -> one.place().equals(code)).forEach(one -> people.add(line(page, one, one.duty())));
        entered.stream()
                .filter(one -> one.place().equals(code))
                .forEach(one -> people.add(line(page, one, duty(page, one.duty()))));
        return people;
    }

    private PlaceView.PersonLine line(Page page, Answerable.Somebody one, String duty) {
        String phone = one.phone();
        return new PlaceView.PersonLine(
                one.name(), duty, organisation.units().name(one.unit(), page.locale()), phone == null ? "" : phone);
    }

    private PlaceView.Inside inside(
            Page page, Place place, List<Answerable.Somebody> posts, List<Answerable.Somebody> entered) {
        String comma = page.locale().getLanguage().equals("en") ? ", " : "、";
        return new PlaceView.Inside(
                "/desk/places/" + place.code(),
                name(page, place),
                page.t("mechanism.level." + place.level().key()),
                people(page, place.code(), posts, entered).stream()
                        .map(one -> page.t("mechanism.place.person", one.name(), one.duty()))
                        .collect(Collectors.joining(comma)),
                place.level() == Place.Level.BUILDING
                        ? CHIEFS.stream()
                                .filter(chief -> entered.stream()
                                        .noneMatch(one -> one.place().equals(place.code())
                                                && one.duty().equals(chief)))
                                .map(chief -> page.t("mechanism.place.lacks", duty(page, chief)))
                                .collect(Collectors.joining(comma))
                        : "");
    }

    private String duty(Page page, String kind) {
        return registers.of(REGISTER).form().field("kind").stream()
                .map(Field::choices)
                .flatMap(List::stream)
                .filter(choice -> choice.value().equals(kind))
                .map(choice -> page.t(choice.title()))
                .findFirst()
                .orElse(kind);
    }

    private static String name(Page page, Place place) {
        return place.shortName(page.locale());
    }
}
