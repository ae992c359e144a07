package org.huiyin.mechanism;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * Which pages a programme has, as {@code pages.yaml} beside it says.
 *
 * @param wall its public matters by what became of them; null for none
 * @param ledger its matters by what they come from, for offices; null for none
 * @param pictures which steps' pictures stand side by side; null for none
 * @param account what came and where it went; null where nothing is given
 * @param claim how people outside the house take its matters upon themselves; null where they do not
 */
record PageRules(
        String programme,
        @Nullable Wall wall,
        @Nullable Ledger ledger,
        @Nullable Pictures pictures,
        @Nullable Account account,
        @Nullable Claim claim) {

    /**
     * A wall for everybody.
     *
     * @param says the field by which a matter is told; its public title until it is filled in
     * @param shows fields shown beneath, as far as everybody may read them, each by the name readers know it by
     */
    record Wall(
            Text title,
            Text lead,
            String says,
            LinkedHashMap<String, Column> columns,
            LinkedHashMap<String, Text> shows) {}

    /** Matters in these states, which are of one list. */
    record Column(Text title, Text none, List<String> states) {}

    /**
     * A list for offices, in groups.
     *
     * @param by fields whose last values make a group
     * @param lights clocks that make the light: nobody chooses it
     * @param missing the clock that shows a report which was not handed in; "" for none
     * @param tells fields whose last values are told beside a matter
     * @param rated whether its measures are looked at under assessment
     */
    record Ledger(
            Text title,
            Text group,
            List<String> by,
            List<String> lights,
            String missing,
            List<String> tells,
            boolean rated) {}

    /** Pictures of the steps before and of the step after; how far they may be from the spot is said in metres. */
    record Pictures(List<String> before, List<String> after, int near) {}

    /**
     * An account of what is given.
     *
     * @param begins the steps by which somebody takes it upon themselves
     * @param ends the steps by which they have it no longer
     * @param what the field that says what came
     * @param came the field that says how much it was worth, in yuan
     * @param spent the field that says how much of it was used, in yuan
     */
    record Account(List<String> begins, List<String> ends, String what, String came, String spent) {}

    /**
     * How somebody outside the house takes a matter upon themselves, once they have shown who they are.
     *
     * @param step by which they do
     * @param back the step by which they give it back
     * @param call what the button says
     * @param lead the field for the unit that looks after it
     * @param of the step whose unit that is, as long as nobody chooses another
     * @param name the field for who they are
     * @param phone the field for their telephone
     * @param kind the field for what they are, one of the names of {@code called}
     * @param as the field for how they are named in public
     * @param called how those who do not want to be named are called; written down in Chinese
     * @param register whose entries act in their own name, with the sign-in of the entry
     * @param entry the field for the number of the entry
     * @param sort what an entry of the register is, one of the names of {@code called}
     */
    record Claim(
            String step,
            String back,
            Text call,
            String lead,
            String of,
            String name,
            String phone,
            String kind,
            String as,
            LinkedHashMap<String, Text> called,
            String register,
            String entry,
            String sort) {}

    /** Every state and field this names, for the check against its programme. */
    Map<String, List<String>> names() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put(
                "state",
                wall == null
                        ? List.of()
                        : wall.columns().values().stream()
                                .flatMap(column -> column.states().stream())
                                .toList());
        List<String> steps = new ArrayList<>();
        List<String> clocks = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        if (pictures != null) {
            steps.addAll(pictures.before());
            steps.addAll(pictures.after());
        }
        if (account != null) {
            steps.addAll(account.begins());
            steps.addAll(account.ends());
            fields.addAll(List.of(account.what(), account.came(), account.spent()));
        }
        if (wall != null) {
            fields.add(wall.says());
            fields.addAll(wall.shows().keySet());
        }
        if (claim != null) {
            steps.addAll(List.of(claim.step(), claim.back(), claim.of()));
            fields.addAll(List.of(claim.lead(), claim.name(), claim.phone(), claim.kind(), claim.as(), claim.entry()));
        }
        if (ledger != null) {
            fields.addAll(ledger.by());
            fields.addAll(ledger.tells());
            clocks.addAll(ledger.lights());
            if (!ledger.missing().isEmpty()) {
                clocks.add(ledger.missing());
            }
        }
        names.put("step", steps);
        names.put("clock", clocks);
        names.put("field", fields);
        return names;
    }
}
