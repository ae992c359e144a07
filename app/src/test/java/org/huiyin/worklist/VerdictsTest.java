package org.huiyin.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.programme.FieldError;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Text;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class VerdictsTest {

    private static final TestApp APP = TestApp.start();
    private static final Town TOWN = new Town(APP);

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_refusal_has_words(String language) {
        Page page = page(language);
        Programme programme = programme();

        Map<Class<?>, List<Refusal>> refusals = refusals().stream().collect(Collectors.groupingBy(Refusal::getClass));

        assertThat(refusals.keySet()).isEqualTo(Set.of(Refusal.class.getPermittedSubclasses()));
        refusals.values().stream()
                .flatMap(List::stream)
                .forEach(refusal -> spoken(language, Verdicts.why(page, programme, refusal)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "en"})
    void every_outcome_has_words(String language) {
        Page page = page(language);
        Matter matter = TOWN.matter(TOWN.raise(Map.of()));
        List<Outcome> outcomes = List.of(
                new Outcome.NoSuchMatter(1),
                new Outcome.NotYours("sign"),
                new Outcome.Stale(1, matter, "dispatch"),
                new Outcome.Refused(new Refusal.KeyReused("sign")));

        for (Outcome outcome : outcomes) {
            spoken(language, Verdicts.why(page, programme(), outcome));
        }
    }

    private static void spoken(String language, String words) {
        boolean chinese =
                words.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        assertThat(words).isNotBlank().doesNotContain("worklist.", "problem.", "{0}");
        assertThat(chinese).as(words).isEqualTo(language.equals("zh"));
    }

    private static List<Refusal> refusals() {
        List<Refusal> all = new ArrayList<>(List.of(
                new Refusal.UnknownStep("explode"),
                new Refusal.UnknownProgramme("nothing"),
                new Refusal.WrongState("sign", "raised"),
                new Refusal.WindowClosed(new Text("时间已过。", "That time is over.")),
                new Refusal.GuardFailed("once", new Text("只能一次。", "Only once.")),
                new Refusal.BadFields(List.of(new FieldError("goal", "required", List.of()))),
                new Refusal.EvidenceMissing(1),
                new Refusal.KeyReused("sign")));
        Arrays.stream(Refusal.MergeTarget.Why.values())
                .map(Refusal.MergeTarget::new)
                .forEach(all::add);
        Arrays.stream(Refusal.BadTime.Why.values()).map(Refusal.BadTime::new).forEach(all::add);
        return all;
    }

    private static Programme programme() {
        return APP.bean(org.huiyin.programme.Programmes.class)
                .inForce("three-lists", java.time.LocalDate.of(2026, 3, 3))
                .orElseThrow();
    }

    private static Page page(String language) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/desk");
        request.addPreferredLocale(Locale.forLanguageTag(language));
        request.addHeader("Accept-Language", language);
        return APP.bean(Pages.class).of(request);
    }
}
