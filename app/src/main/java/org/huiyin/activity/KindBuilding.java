package org.huiyin.activity;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.huiyin.calendar.Limit;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.programme.Building;
import org.huiyin.programme.Cursor;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/** Builds a kind from a definition that was found right. */
final class KindBuilding {

    private static final int NEAR = 1000;

    private KindBuilding() {}

    static Kind kind(Cursor root) {
        Cursor report = root.get("report");
        return new Kind(
                root.get("activity").text(),
                root.get("version").node().asInt(),
                Building.text(root.get("name")),
                words(Role.class, root.get("planned-by")),
                root.get("own").isTrue(),
                whom(root.get("whom")),
                signUp(root.get("sign-up")),
                words(Deed.Way.class, root.get("attendance")),
                number(root.get("near"), NEAR),
                form(report.get("fields"), report.get("needs").texts()),
                number(report.get("photos"), 0),
                Limit.parse(report.get("within").text()),
                foundAs(root.get("findings")),
                List.copyOf(
                        Building.named(root.get("quotas"), KindBuilding::quota).values()),
                List.copyOf(Building.named(root.get("figures"), KindBuilding::figure)
                        .values()),
                Building.word(Kind.Publicity.class, root.get("publicity").text()),
                root.get("rated").isTrue());
    }

    private static Form form(Cursor fields, List<String> needs) {
        return new Form(fields.entries().stream()
                .map(field -> new Field(
                        field.key(),
                        title(field),
                        field.get("hint").exists() ? Building.text(field.get("hint")) : null,
                        Building.word(Field.Type.class, field.get("type").text()),
                        needs.contains(field.key()),
                        Building.number(field.get("min")),
                        Building.number(field.get("max")),
                        field.get("choices").entries().stream()
                                .map(choice -> new Field.Choice(choice.key(), Building.text(choice)))
                                .toList(),
                        Field.Seen.HANDLERS,
                        false))
                .toList());
    }

    /** What is measured in something says so behind its name. */
    private static Text title(Cursor field) {
        Text name = Building.text(field.get("name"));
        if (!field.get("unit").exists()) {
            return name;
        }
        Text unit = Building.text(field.get("unit"));
        return new Text(name.zh() + "（" + unit.zh() + "）", name.en() + " (" + unit.en() + ")");
    }

    private static Kind.Whom whom(Cursor whom) {
        return whom.isText()
                ? new Kind.Whom(Building.word(Kind.Whom.Sort.class, whom.text()), "")
                : new Kind.Whom(Kind.Whom.Sort.ENTRIES, whom.get("register").text());
    }

    private static Kind.@Nullable SignUp signUp(Cursor signUp) {
        return signUp.exists()
                ? new Kind.SignUp(
                        signUp.get("seats").exists()
                                ? signUp.get("seats").node().asInt()
                                : null,
                        signUp.get("waiting").isTrue())
                : null;
    }

    private static Kind.@Nullable FoundAs foundAs(Cursor findings) {
        return findings.exists()
                ? new Kind.FoundAs(
                        findings.get("programme").text(),
                        findings.get("channel").maybeText().orElse(""))
                : null;
    }

    private static Quota quota(Cursor quota) {
        String[] share = quota.get("share").maybeText().orElse("0/1").split("/");
        return new Quota(
                quota.key(),
                Building.text(quota.get("name")),
                words(Role.class, quota.get("owed-by").get("roles")),
                words(Unit.Kind.class, quota.get("owed-by").get("units")),
                Building.word(Quota.Per.class, quota.get("per").text()),
                Building.word(Quota.Counts.class, quota.get("counts").text()),
                number(quota.get("target"), 0),
                new Quota.Share(Integer.parseInt(share[0]), Integer.parseInt(share[1])));
    }

    private static Figure figure(Cursor figure) {
        return new Figure(
                figure.key(),
                Building.text(figure.get("name")),
                Building.word(Figure.Part.class, figure.get("of").text()),
                figure.get("over").exists()
                        ? Building.word(Figure.Part.class, figure.get("over").text())
                        : null,
                figure.get("percent").isTrue());
    }

    private static <E extends Enum<E>> Set<E> words(Class<E> type, Cursor list) {
        Set<E> words = new LinkedHashSet<>();
        list.texts().forEach(one -> words.add(Building.word(type, one)));
        return Set.copyOf(words);
    }

    private static int number(Cursor at, int otherwise) {
        return at.exists() ? at.node().asInt() : otherwise;
    }
}
