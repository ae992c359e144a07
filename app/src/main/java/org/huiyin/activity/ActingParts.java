package org.huiyin.activity;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.evidence.Attachments;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;

/** What decides about what is asked, and what goes with it. */
@Component
record ActingParts(
        Kinds kinds,
        ActivityRights rights,
        Rules rules,
        ActivityTellings told,
        Attachments attachments,
        People people) {

    /** Whether somebody may ask for that at all; the rules say the rest. */
    boolean mayAsk(Acting.Doer doer, Kind kind, Activity so, Ask ask) {
        boolean runs = rights.runs(doer.actor(), kind, so);
        return switch (ask) {
            case Ask.Change change ->
                runs && rights.plansAt(doer.actor(), kind, change.plan().place());
            case Ask.Cancel cancel -> runs;
            case Ask.Correct correct -> runs;
            case Ask.Report report -> runs;
            case Ask.Find find -> runs;
            case Ask.SignUp(Who who) -> runs || who.equals(doer.self()) && maySignUp(doer, kind, so);
            case Ask.Withdraw(Who who, String reason) -> runs || who.equals(doer.self());
            case Ask.Attend attend ->
                runs || attend.way() == Deed.Way.CODE && alone(doer, attend) && mayCome(doer, kind);
            case Ask.Rate rate -> rate.who().equals(doer.self());
        };
    }

    /** Nobody is planned for who is not on the register any more. */
    boolean present(Kind kind, Plan plan, Actor planner) {
        return people.exist(plan.hosts())
                && people.exist(plan.expected())
                && people.present(kind, plan.expected(), planner);
    }

    /** Whether everybody who is named is somebody; they who act for themselves are. */
    boolean known(Acting.Doer doer, Ask ask) {
        return switch (ask) {
            case Ask.SignUp(Who who) -> who.equals(doer.self()) || people.exist(List.of(who));
            case Ask.Attend attend -> attend.way() != Deed.Way.HAND || people.exist(attend.who());
            case Ask.Change(Plan plan) -> people.exist(plan.hosts()) && people.exist(plan.expected());
            default -> true;
        };
    }

    /** Whether somebody is named who had left their register by then: the dead are not visited, and nobody may say so. */
    boolean left(Ask ask) {
        return switch (ask) {
            case Ask.Attend attend -> people.left(attend.who(), rules.today(attend.at()));
            case Ask.Change(Plan plan) -> people.left(plan.expected(), LocalDate.MAX);
            default -> false;
        };
    }

    private static boolean alone(Acting.Doer doer, Ask.Attend attend) {
        return attend.who().size() == 1 && attend.who().getFirst().equals(doer.self());
    }

    private static boolean mayCome(Acting.Doer doer, Kind kind) {
        return doer.actor().staff() || kind.whom().sort() == Kind.Whom.Sort.ANYBODY;
    }

    private boolean maySignUp(Acting.Doer doer, Kind kind, Activity so) {
        return switch (kind.whom().sort()) {
            case NOBODY, ENTRIES -> false;
            case STAFF -> doer.actor().staff() && rights.sees(doer.actor(), kind, so);
            case ANYBODY -> so.plan().open() || doer.actor().staff() && rights.sees(doer.actor(), kind, so);
        };
    }
}
