package org.huiyin.activity;

import java.util.List;
import java.util.Optional;
import org.huiyin.programme.Cursor;
import org.huiyin.programme.Field;
import org.huiyin.programme.Problems;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;

/** What a schema cannot say about a kind: names that must be known elsewhere, and what makes no sense together. */
final class KindCheck {

    private KindCheck() {}

    /** @param folder where the file lies; "" when that says nothing */
    static void check(Cursor root, String folder, Problems problems) {
        String name = root.get("activity").text();
        if (!folder.isEmpty() && !name.isEmpty() && !name.equals(folder)) {
            problems.add(root.get("activity"), "name-of-folder", name, folder);
        }
        if (root.get("sign-up").exists() && root.get("whom").text().equals("nobody")) {
            problems.add(root.get("sign-up"), "sign-up-of-nobody");
        }
        if (root.get("whom").text().equals("anybody")
                && !root.get("publicity").text().equals("open")) {
            problems.add(root.get("publicity"), "anybody-not-open");
        }
        Cursor report = root.get("report");
        List<String> fields = report.get("fields").keys();
        report.get("needs").items().forEach(one -> problems.unknown(one, "unknown-field", one.text(), fields));
        findings(root.get("findings"), problems);
        root.get("quotas").entries().forEach(quota -> quota(quota, problems));
        boolean register = root.get("whom").get("register").exists();
        for (Cursor figure : root.get("figures").entries()) {
            for (Cursor part : List.of(figure.get("of"), figure.get("over"))) {
                if (!register && (part.text().equals("register") || part.text().equals("entries"))) {
                    problems.add(part, "figure-without-register", part.text());
                }
            }
        }
    }

    private static void quota(Cursor quota, Problems problems) {
        boolean number = quota.get("target").exists();
        boolean share = quota.get("share").exists();
        if (number == share) {
            problems.add(quota, "quota-target-or-share");
        }
        if (number && quota.get("target").node().asInt(-1) == 0) {
            problems.add(quota.get("target"), "quota-of-zero");
        }
        if (share && !quota.get("counts").text().equals("days")) {
            problems.add(quota.get("counts"), "quota-share-of-days");
        }
    }

    private static void findings(Cursor findings, Problems problems) {
        if (!findings.exists()) {
            return;
        }
        String name = findings.get("programme").text();
        Optional<Programme> programme = ProgrammeReader.packaged().newest(name);
        Programme.Origin as =
                programme.map(one -> one.origins().get(FoundMatters.ORIGIN)).orElse(null);
        if (programme.isEmpty() || as == null) {
            problems.add(findings.get("programme"), "unknown-programme", name);
            return;
        }
        List<String> channels = as.fields().entrySet().stream()
                .filter(one -> one.getValue().equals("channel"))
                .flatMap(one -> programme.get().step(as.step()).stream()
                        .flatMap(step -> step.form().field(one.getKey()).stream()))
                .flatMap(field -> field.choices().stream())
                .map(Field.Choice::value)
                .toList();
        if (findings.get("channel").exists() || !channels.isEmpty()) {
            problems.unknown(
                    findings.get("channel"),
                    "unknown-channel",
                    findings.get("channel").text(),
                    channels);
        }
    }
}
