package org.huiyin.matter;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether what a program sends under a used key is what it sent then. The Desk answers a used key with the receipt it gave; a program that says
 * something else under it, by mistake, would believe that stored.
 */
@Component
public final class Repeated {

    private final Desk.Equipment equipment;
    private final WholeSteps steps;

    Repeated(Desk.Equipment equipment) {
        this.equipment = equipment;
        this.steps = new WholeSteps(equipment.keyring());
    }

    /** The outcome itself, or the refusal of a key that was used for something else. */
    public Outcome checked(StepRequest request, Outcome outcome) {
        boolean other = outcome instanceof Outcome.Done(Receipt receipt) && receipt.again() && !same(request, receipt);
        return other ? new Outcome.Refused(new Refusal.KeyReused(request.step())) : outcome;
    }

    private boolean same(StepRequest request, Receipt receipt) {
        try (Connection connection = equipment.database().getConnection()) {
            return steps
                    .read(connection, new Long[] {receipt.number().id()}, new Integer[] {receipt.version()})
                    .stream()
                    .allMatch(whole -> same(request, whole));
        } catch (SQLException e) {
            throw new DeskFault("What was stored under a used key cannot be read", e);
        }
    }

    private boolean same(StepRequest request, WholeSteps.Whole whole) {
        Step step = whole.step();
        Form form = equipment
                .programmes()
                .version(whole.programme(), whole.version())
                .step(step.name())
                .map(StepRule::form)
                .orElseThrow();
        Map<String, Object> values = form.check(
                        request.fields(),
                        step.by().role() == Role.IMPORTER,
                        step.occurredAt().atZone(equipment.zone()).toLocalDate())
                .values();
        return request.evidence().size() == step.evidence().size()
                && form.fields().stream()
                        .map(Field::name)
                        .allMatch(name -> alike(
                                values.get(name),
                                step.fields().getOrDefault(name, step.sealed().get(name))));
    }

    /** As JSON sees them: 1 is 1.0, whatever type holds it. */
    private static boolean alike(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Number && other instanceof Number) {
            return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString())) == 0;
        }
        if (one instanceof List<?> these && other instanceof List<?> those) {
            return these.size() == those.size()
                    && IntStream.range(0, these.size()).allMatch(i -> alike(these.get(i), those.get(i)));
        }
        if (one instanceof Map<?, ?> these && other instanceof Map<?, ?> those) {
            return these.keySet().equals(those.keySet())
                    && these.keySet().stream().allMatch(key -> alike(these.get(key), those.get(key)));
        }
        return one == null || other == null ? one == other : one.toString().equals(other.toString());
    }
}
