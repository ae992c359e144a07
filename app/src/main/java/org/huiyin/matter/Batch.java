package org.huiyin.matter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.huiyin.calendar.Timetable;
import org.huiyin.matter.Decision.Accepted;
import org.huiyin.matter.Desk.Equipment;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/** Performs up to some hundred requests in one transaction: load, decide in memory and in order, write set-based, commit. */
final class Batch {

    private static final String OPEN_YEAR = "select open_year(?)";

    private final Equipment equipment;
    private final Lifecycle lifecycle;
    private final int lane;
    private final Set<Integer> openYears = new HashSet<>();

    /** When a request is decided, and the one version of the calendar that judges its whole batch. */
    private record Moment(Timetable timetable, Instant at) {}

    Batch(Equipment equipment, int lane) {
        this.equipment = equipment;
        this.lifecycle = new Lifecycle(equipment.calendars(), equipment.directory(), equipment.zone());
        this.lane = lane;
    }

    /** Performs and commits; the outcomes are in the order of the requests. What it throws, the caller rolls back. */
    List<Outcome> perform(Connection connection, List<StepRequest> requests) throws SQLException {
        List<Outcome> outcomes = take(connection, requests);
        connection.commit();
        tellStored();
        return outcomes;
    }

    /** Told once what was taken is stored. */
    void tellStored() {
        equipment.scribes().forEach(StepScribe::stored);
    }

    /** Decides as {@link #take} would and writes nothing; null stands for a step that would be taken. Ends the transaction. */
    List<@Nullable Outcome> foresee(Connection connection, List<StepRequest> requests) throws SQLException {
        BatchTable table = BatchTable.load(connection, requests, this::rule);
        Moment now = moment();
        List<@Nullable Outcome> foreseen = new ArrayList<>(requests.size());
        for (StepRequest request : requests) {
            Optional<Supplier<Outcome>> earlier = table.earlier(request);
            BatchTable.Together together = table.together();
            Optional<Outcome> known = earlier.isPresent() ? earlier.map(Supplier::get) : decide(together, request, now);
            if (known.isEmpty()) {
                table.accept(request, together);
            }
            foreseen.add(known.orElse(null));
        }
        connection.rollback();
        return foreseen;
    }

    /** Performs and leaves the transaction open. */
    List<Outcome> take(Connection connection, List<StepRequest> requests) throws SQLException {
        BatchTable table = BatchTable.load(connection, requests, this::rule);
        Timetable timetable = equipment.calendars().current();
        List<Supplier<Outcome>> outcomes = new ArrayList<>(requests.size());
        for (StepRequest request : requests) {
            Instant now = equipment.clock().instant().truncatedTo(ChronoUnit.MICROS);
            outcomes.add(perform(table, request, new Moment(timetable, now)));
        }
        if (!table.accepted().isEmpty()) {
            number(connection, table);
            write(connection, table);
        }
        return outcomes.stream().map(Supplier::get).toList();
    }

    private Moment moment() {
        return new Moment(
                equipment.calendars().current(), equipment.clock().instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Optional<StepRule> rule(Matter matter, String step) {
        return programmeOf(matter).step(step);
    }

    private Supplier<Outcome> perform(BatchTable table, StepRequest request, Moment now) {
        Optional<Supplier<Outcome>> earlier = table.earlier(request);
        if (earlier.isPresent()) {
            return earlier.get();
        }
        BatchTable.Together together = table.together();
        Optional<Outcome> no = decide(together, request, now);
        if (no.isPresent()) {
            Outcome outcome = no.get();
            return () -> outcome;
        }
        return table.accept(request, together);
    }

    /** Decides a step and all it carries; one refusal among them refuses the whole. Returns the refusal, or nothing. */
    private Optional<Outcome> decide(BatchTable.Together together, StepRequest request, Moment now) {
        Matter before = request.begins() ? null : together.matter(request.matter());
        if (!request.begins() && before == null) {
            return Optional.of(new Outcome.NoSuchMatter(request.matter()));
        }
        Optional<Programme> programme = programme(before, request, now);
        if (programme.isEmpty()) {
            return Optional.of(new Outcome.Refused(new Refusal.UnknownProgramme(request.programme())));
        }
        Decision decision = lifecycle.decide(
                programme.get(), before, request, together.kin(before, request), now.timetable(), now.at());
        return switch (decision) {
            case Decision.Denied denied -> Optional.of(denied.outcome());
            case Accepted accepted -> {
                together.add(accepted);
                yield decideCarried(together, accepted, now);
            }
        };
    }

    private Optional<Outcome> decideCarried(BatchTable.Together together, Accepted accepted, Moment now) {
        Step cause = accepted.step();
        for (Decision.Carried carried : accepted.carries()) {
            String key = "carried:" + cause.matter() + ":" + cause.seq();
            StepRequest request = new StepRequest(
                    "",
                    carried.matter(),
                    StepRequest.ANY,
                    carried.step(),
                    Actor.SYSTEM,
                    carried.fields(),
                    carried.evidence(),
                    key,
                    cause.occurredAt(),
                    "");
            Optional<Outcome> no = decide(together, request, now);
            if (no.isPresent()) {
                return no;
            }
        }
        return Optional.empty();
    }

    private Optional<Programme> programme(@Nullable Matter before, StepRequest request, Moment now) {
        if (before != null) {
            return Optional.of(programmeOf(before));
        }
        Instant occurred = request.occurredAt() == null ? now.at() : request.occurredAt();
        return equipment
                .programmes()
                .inForce(request.programme(), occurred.atZone(equipment.zone()).toLocalDate());
    }

    private Programme programmeOf(Matter matter) {
        return equipment.programmes().version(matter.programme(), matter.programmeVersion());
    }

    /** Gives every matter that begins its number, dense within its year. */
    private void number(Connection connection, BatchTable table) throws SQLException {
        Map<Integer, List<BatchTable.Slot>> byYear = new TreeMap<>();
        for (BatchTable.Slot slot : table.accepted()) {
            if (slot.accepted().before() == null) {
                int year = slot.accepted()
                        .step()
                        .occurredAt()
                        .atZone(equipment.zone())
                        .getYear();
                byYear.computeIfAbsent(year, y -> new ArrayList<>()).add(slot);
            }
        }
        for (Map.Entry<Integer, List<BatchTable.Slot>> year : byYear.entrySet()) {
            open(connection, year.getKey());
            List<MatterNumber> numbers =
                    Steps.numbers(connection, year.getKey(), year.getValue().size());
            for (int i = 0; i < numbers.size(); i++) {
                year.getValue().get(i).number(numbers.get(i));
            }
        }
    }

    /** Makes room for a year; commits. */
    void open(Connection connection, int year) throws SQLException {
        if (openYears.contains(year)) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(OPEN_YEAR)) {
            statement.setInt(1, year);
            statement.execute();
        }
        // A year stays open once its transaction is committed; if that fails, asking again is harmless.
        connection.commit();
        openYears.add(year);
    }

    private void write(Connection connection, BatchTable table) throws SQLException {
        List<Accepted> accepted =
                table.accepted().stream().map(BatchTable.Slot::accepted).toList();
        BatchTable.Changes changes = table.changes();
        List<StepScribe.Accepted> told = accepted.stream()
                .map(a -> new StepScribe.Accepted(a.step(), a.before(), a.after()))
                .toList();
        List<StepScribe.TakenOver> takenOver = accepted.stream()
                .filter(a -> a.found() != a.before())
                .map(a ->
                        new StepScribe.TakenOver(Objects.requireNonNull(a.found()), Objects.requireNonNull(a.before())))
                .toList();
        Writes writes = new Writes(lane);
        Steps.append(writes, accepted, equipment.keyring());
        Matters.insert(writes, changes.begun());
        Matters.update(writes, changes.changed(), table.locked());
        Clocks.put(writes, changes.all(), table.locked());
        OnDesk.put(writes, changes.all(), table.locked());
        ListTally.count(writes, told);
        for (StepScribe scribe : equipment.scribes()) {
            if (!takenOver.isEmpty()) {
                scribe.takenOver(writes, takenOver);
            }
            scribe.scribe(writes, told);
        }
        writes.send(connection);
    }
}
