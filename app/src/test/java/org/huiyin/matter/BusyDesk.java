package org.huiyin.matter;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.huiyin.database.Address;
import org.huiyin.matter.Desk.Equipment;
import org.huiyin.org.Actor;

/**
 * A process that does nothing but take steps, with sixteen callers, until somebody kills it. It prints {@code ASK key} before it asks and
 * {@code ACK key matter version} once it has been answered.
 */
final class BusyDesk {

    private static final int CALLERS = 16;
    private static final List<String> EVIDENCE = List.of("0b0e0d52-3f5e-4c5e-9a43-7a5d6f6f1f10");

    private BusyDesk() {}

    /** Arguments: JDBC URL, user, password. */
    public static void main(String[] arguments) throws InterruptedException {
        Desk desk = new Desk(equipment(pool(new Address(arguments[0], arguments[1], arguments[2]))), 2);
        for (int n = 0; n < CALLERS; n++) {
            Thread.ofPlatform().start(() -> takeSteps(desk));
        }
        Thread.currentThread().join();
    }

    static HikariDataSource pool(Address address) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(6);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }

    static Equipment equipment(DataSource database) {
        return TestDesk.equipment(database, InstantSource.system());
    }

    private static void takeSteps(Desk desk) {
        while (true) {
            oneMatter(desk);
        }
    }

    private static void oneMatter(Desk desk) {
        StepRequest raise = StepRequest.begin(
                "three-lists", "raise", TestDesk.RESIDENT, TestDesk.raising(Map.of()), List.of(), key());
        Receipt raised = ask(desk, raise);
        Receipt dispatched =
                further(desk, raised, "dispatch", TestDesk.DISPATCHER, TestDesk.dispatching(TestDesk.ROADS));
        Receipt signed = further(desk, dispatched, "sign", TestDesk.ROADS_HANDLER, Map.of());
        further(desk, signed, "conclude", TestDesk.ROADS_HANDLER, Map.of("answer", "路面已经修复完毕", "outcome", "solved"));
    }

    private static Receipt further(Desk desk, Receipt last, String step, Actor actor, Map<String, Object> fields) {
        return ask(
                desk,
                StepRequest.further(last.number(), last.version(), step, actor, fields, key())
                        .withEvidence(EVIDENCE));
    }

    /** Asks until answered, always with the same key, as a patient client does. */
    private static Receipt ask(Desk desk, StepRequest request) {
        while (true) {
            System.out.println("ASK " + request.scopedKey());
            try {
                if (desk.perform(request) instanceof Outcome.Done(Receipt receipt)) {
                    System.out.println("ACK " + request.scopedKey() + " "
                            + receipt.number().id() + " " + receipt.version());
                    return receipt;
                }
                throw new IllegalStateException("refused: " + request.step());
            } catch (DeskFault fault) {
                System.err.println(fault.getMessage());
            }
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
