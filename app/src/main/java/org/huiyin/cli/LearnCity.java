package org.huiyin.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.huiyin.routing.CannotLearn;
import org.huiyin.suggestion.CityLearning.Score;
import org.huiyin.suggestion.Learner;
import org.huiyin.suggestion.Learner.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./huiyin learn-city}: learns from the city's own answered matters who handles what, as the service does each night. */
@Command(
        name = "learn-city",
        description = {
            "Learn from this city's answered matters which category and unit to suggest for the next one.",
            "The new model is put in force only if it does better than the present one on the last month."
        },
        footer = {"", "Exit code: 0 when something was learned, 1 when it could not be."})
final class LearnCity implements Callable<Integer> {

    @Mixin
    private DatabaseOptions database = new DatabaseOptions();

    @Option(
            names = "--programme",
            paramLabel = "NAME",
            defaultValue = "three-lists",
            description = "Whose matters to learn from (default: ${DEFAULT-VALUE}).")
    private String programme = "";

    @Option(names = "--learning", hidden = true, description = "Goes through with one that the service began.")
    private long learning;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Application application = Application.quiet(database.open())) {
            Learner learner = application.bean(Learner.class);
            Outcome outcome = learning > 0
                    ? learner.goOn(learning, sentence -> say(out, sentence))
                    : learner.learn(programme, System.getProperty("user.name", ""), sentence -> say(out, sentence));
            say(out, told(outcome));
            return outcome instanceof Outcome.Promoted || outcome instanceof Outcome.NotBetter ? 0 : 1;
        } catch (CannotLearn e) {
            throw new CannotRun(String.valueOf(e.getMessage()));
        }
    }

    private static void say(PrintWriter out, String sentence) {
        out.println(sentence);
        out.flush();
    }

    private static String told(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Promoted(var model, var score, var rival) ->
                "Model " + model + " is in force: " + told(score)
                        + (rival == null ? "" : " The one before: " + told(rival));
            case Outcome.NotBetter(var score, var rival) ->
                "The model in force stays: the new one does no better. New: " + told(score) + " In force: "
                        + told(rival);
            case Outcome.TooFew(var matters, var needed) ->
                "Too few answered matters to learn from: " + matters + "; " + needed + " are needed.";
            case Outcome.NoSuchProgramme(var name) -> "There is no programme " + name + " whose matters go to units.";
            case Outcome.Elsewhere none -> "Another learning goes on, or this one was given up.";
        };
    }

    private static String told(Score score) {
        return "of %,d matters it never learned from %,d categories and %,d units right; %,d units shown, %,d of them right."
                .formatted(score.n(), score.categories(), score.units(), score.offered(), score.offeredRight());
    }
}
