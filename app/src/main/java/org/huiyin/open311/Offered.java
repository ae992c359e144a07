package org.huiyin.open311;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huiyin.intake.Intake;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Text;
import org.springframework.stereotype.Component;

/** The services: every category of every programme that is open to residents today. */
@Component
class Offered {

    private final Intake intake;

    Offered(Intake intake) {
        this.intake = intake;
    }

    /**
     * A service.
     *
     * @param code the category's name; of a programme that is not the first, with the programme's before it
     */
    record Offer(String code, Intake.Beginning beginning, String category, Text name) {

        Programme programme() {
            return beginning.programme();
        }
    }

    List<Offer> all() {
        List<Offer> services = new ArrayList<>();
        List<Intake.Beginning> open = intake.open();
        for (Intake.Beginning beginning : open) {
            boolean first = beginning == open.getFirst();
            for (Programme.Category category :
                    beginning.programme().categories().values()) {
                services.add(new Offer(
                        code(first, beginning.programme().name(), category.name()),
                        beginning,
                        category.name(),
                        category.title()));
            }
        }
        return services;
    }

    Optional<Offer> find(String code) {
        return all().stream().filter(service -> service.code().equals(code)).findFirst();
    }

    /** The code of the service a matter belongs to, also when its category is offered no more or none was named yet. */
    String code(String programme, String category) {
        List<Intake.Beginning> open = intake.open();
        boolean first = !open.isEmpty() && open.getFirst().programme().name().equals(programme);
        return code(first, programme, category);
    }

    private static String code(boolean first, String programme, String category) {
        return first ? category : programme + "_" + category;
    }

    String[] programmes() {
        return intake.open().stream().map(one -> one.programme().name()).toArray(String[]::new);
    }

    /** The day the services last changed. */
    LocalDate changed() {
        return intake.open().stream()
                .map(one -> one.programme().effectiveFrom())
                .max(Comparator.naturalOrder())
                .orElse(LocalDate.EPOCH);
    }
}
