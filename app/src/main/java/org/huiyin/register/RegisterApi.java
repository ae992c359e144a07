package org.huiyin.register;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.intake.IdempotencyKey;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.org.Reach;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Registers for programs: what a post may read, and facts to be written down by the same rules as on the pages. */
@RestController
@RequestMapping("/api/v1/registers")
class RegisterApi {

    private final Registers registers;
    private final RegisterAccess access;
    private final Entries entries;
    private final Counts counts;
    private final ApiEntries shown;
    private final Keeping keeping;

    RegisterApi(
            Registers registers,
            RegisterAccess access,
            Entries entries,
            Counts counts,
            ApiEntries shown,
            Keeping keeping) {
        this.registers = registers;
        this.access = access;
        this.entries = entries;
        this.counts = counts;
        this.shown = shown;
        this.keeping = keeping;
    }

    /** The registers this post may read, with their forms. */
    @GetMapping
    @Scoped(Scope.REGISTERS_READ)
    Items<RegisterJson> registers(Page page) {
        return Items.all(registers.all().stream()
                .filter(one -> page.reader().staff() && !RegisterAccess.nowhere(one.readable(page.reader())))
                .map(one -> shown.register(page, one))
                .toList());
    }

    /** The entries of a register, in the order of their places. */
    @GetMapping("/{name}/entries")
    @Scoped(Scope.REGISTERS_READ)
    Items<RegisterJson.EntryJson> list(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        Register register = access.register(page.reader(), name);
        int most = Items.limit(limit);
        EntryAddress address =
                EntryAddress.of(Map.of("q", q, "place", place, "kind", kind, "state", state, "after", after));
        refuse("after", after, address.after());
        refuse("place", place, address.place());
        refuse("kind", kind, address.kind());
        refuse("state", state, address.state());
        Reach reach = EntryLists.reach(page, register);
        List<Entry> found = entries.page(address.filter(register, reach, null, most + 1));
        List<Entry> kept = found.subList(0, Math.min(most, found.size()));
        return new Items<>(
                shown.entries(page, register, kept),
                found.size() > most ? Items.next(address.behind(kept.getLast()).after()) : null);
    }

    private static void refuse(String name, String written, String read) {
        if (!written.equals(read)) {
            throw Parameters.wrong(name);
        }
    }

    /** An entry as it stands, or as it stood at the end of a day. */
    @GetMapping("/{name}/entries/{entry}")
    @Scoped(Scope.REGISTERS_READ)
    RegisterJson.EntryJson one(
            @PathVariable String name,
            @PathVariable String entry,
            @RequestParam(defaultValue = "") String on,
            Page page) {
        Register register = access.register(page.reader(), name);
        Entry now = access.entry(page.reader(), register, entry);
        Entry shownEntry = on.isEmpty()
                ? now
                : entries.asOf(now.id(), day("on", on))
                        .filter(one -> one.within(register.readable(page.reader())))
                        .orElseThrow(() -> new ProblemException(Problem.of("no-such-entry", 404)));
        return shown.entries(page, register, List.of(shownEntry)).getFirst();
    }

    /** What happened to an entry, the first fact first. */
    @GetMapping("/{name}/entries/{entry}/facts")
    @Scoped(Scope.REGISTERS_READ)
    Items<RegisterJson.FactJson> facts(@PathVariable String name, @PathVariable String entry, Page page) {
        Register register = access.register(page.reader(), name);
        return Items.all(shown.facts(page, register, access.entry(page.reader(), register, entry)));
    }

    /** How many are on a register at the end of a day, by the parts of a place. */
    @GetMapping("/{name}/counts")
    @Scoped(Scope.REGISTERS_READ)
    RegisterJson.CountJson counts(
            @PathVariable String name,
            @RequestParam(defaultValue = "4210") String place,
            @RequestParam(defaultValue = "") String on,
            Page page) {
        Register register = access.register(page.reader(), name);
        if (!place.matches("[0-9]{4,16}")) {
            throw Parameters.wrong("place");
        }
        LocalDate day = on.isEmpty() ? page.formats().today() : day("on", on);
        int length = place.length() == 4 ? 6 : place.length() < 12 ? place.length() + 3 : place.length() + 2;
        Map<String, Long> parts =
                new TreeMap<>(counts.byPart(register.name(), register.readable(page.reader()), place, length, day));
        return new RegisterJson.CountJson(
                place,
                day,
                parts.values().stream().mapToLong(Long::longValue).sum(),
                parts.entrySet().stream()
                        .map(one -> new RegisterJson.CountJson.Part(one.getKey(), one.getValue()))
                        .toList());
    }

    private static LocalDate day(String name, String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            if (day.getYear() < 1900 || day.getYear() > 2200) {
                throw Parameters.wrong(name);
            }
            return day;
        } catch (DateTimeException e) {
            throw Parameters.wrong(name);
        }
    }

    /** Enters one. */
    @PostMapping("/{name}/entries")
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.REGISTERS_WRITE)
    ResponseEntity<RegisterJson.EntryJson> enter(
            @PathVariable String name,
            @Body RegisterJson.NewFact wanted,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            Page page,
            HttpServletRequest request) {
        Register register = access.written(page.reader(), name);
        Entry entry = kept(page, FactRequest.enter(register, given(wanted), key(request, page)));
        return ResponseEntity.status(HttpStatus.CREATED)
                .header(
                        "Location",
                        "/api/v1/registers/" + register.name() + "/entries/" + register.label(entry.number()))
                .body(shown.entries(page, register, List.of(entry)).getFirst());
    }

    /** Changes an entry: the fields that are sent; one sent empty is taken away. */
    @PostMapping("/{name}/entries/{entry}/changes")
    @Scoped(Scope.REGISTERS_WRITE)
    RegisterJson.EntryJson change(
            @PathVariable String name,
            @PathVariable String entry,
            @Body RegisterJson.NewFact wanted,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            Page page,
            HttpServletRequest request) {
        return written(page, name, entry, FactRequest.Kind.CHANGE, wanted, request);
    }

    /** Ends an entry for a reason. */
    @PostMapping("/{name}/entries/{entry}/exit")
    @Scoped(Scope.REGISTERS_WRITE)
    RegisterJson.EntryJson exit(
            @PathVariable String name,
            @PathVariable String entry,
            @Body RegisterJson.NewFact wanted,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            Page page,
            HttpServletRequest request) {
        return written(page, name, entry, FactRequest.Kind.EXIT, wanted, request);
    }

    /** Takes somebody who left back in, for a reason. */
    @PostMapping("/{name}/entries/{entry}/return")
    @Scoped(Scope.REGISTERS_WRITE)
    RegisterJson.EntryJson comeBack(
            @PathVariable String name,
            @PathVariable String entry,
            @Body RegisterJson.NewFact wanted,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            Page page,
            HttpServletRequest request) {
        return written(page, name, entry, FactRequest.Kind.RETURN, wanted, request);
    }

    /** Says that it was entered by mistake. */
    @PostMapping("/{name}/entries/{entry}/withdrawal")
    @Scoped(Scope.REGISTERS_WRITE)
    RegisterJson.EntryJson withdraw(
            @PathVariable String name,
            @PathVariable String entry,
            @Body RegisterJson.NewFact wanted,
            @RequestHeader(name = IdempotencyKey.HEADER, defaultValue = "") String key,
            Page page,
            HttpServletRequest request) {
        return written(page, name, entry, FactRequest.Kind.VOID, wanted, request);
    }

    private RegisterJson.EntryJson written(
            Page page,
            String name,
            String entry,
            FactRequest.Kind kind,
            RegisterJson.NewFact wanted,
            HttpServletRequest request) {
        Register register = access.written(page.reader(), name);
        Entry now = access.entry(page.reader(), register, entry);
        Map<String, Object> given = given(wanted);
        Entry kept = kept(
                page,
                new FactRequest(
                        register,
                        kind,
                        now.id(),
                        wanted.expectedVersion(),
                        given,
                        Set.copyOf(given.keySet()),
                        key(request, page)));
        return shown.entries(page, register, List.of(kept)).getFirst();
    }

    private static Map<String, Object> given(RegisterJson.NewFact wanted) {
        Map<String, Object> given = new LinkedHashMap<>();
        wanted.fields().forEach((field, value) -> given.put(field, value == null ? "" : value));
        return given;
    }

    private static String key(HttpServletRequest request, Page page) {
        return "register-" + page.reader().account() + "-" + IdempotencyKey.of(request, page.reader(), "", Map.of());
    }

    private Entry kept(Page page, FactRequest request) {
        return switch (keeping.keep(page.reader(), request)) {
            case FactOutcome.Kept(Entry entry) -> entry;
            case FactOutcome.Refused refused -> throw new ProblemException(shown.refused(page, refused));
            case FactOutcome.Withheld withheld -> throw new IllegalStateException("a single fact is never withheld");
        };
    }
}
