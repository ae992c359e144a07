package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page and the command check alike, and both say alike what is wrong. */
class VerifyPageTest {

    private final LoggedTown town = new LoggedTown();

    private record Shown(String receipt, String key) {}

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void the_page_says_of_every_receipt_what_the_command_says() {
        Map<String, Shown> all = receipts();
        try (Visit visit = Visit.to(TestApp.start(), Look.DESK)) {
            Page page = visit.page();
            page.navigate("/verify");
            assertSoftly(soft -> all.forEach((what, shown) -> {
                Verification.Said said = new Verification(Locale.CHINESE)
                        .check(shown.receipt(), shown.key().lines().toList(), Map.of());
                soft.assertThat(checked(page, shown))
                        .as(what)
                        .containsExactly(said.lines().get(0), said.lines().get(1));
            }));
            visit.assertNoComplaints();
        }
    }

    @ParameterizedTest
    @MethodSource("org.huiyin.testing.Look#all")
    void the_page_can_be_read_by_everybody(Look look) {
        Shown good = receipts().values().iterator().next();
        try (Visit visit = Visit.to(TestApp.start(), look)) {
            visit.page().navigate("/verify");
            visit.page().locator("details summary").click();
            checked(visit.page(), good);

            visit.screenshot("verify");
            assertThat(visit.page().locator("details ol").isVisible()).isTrue();
            assertThat(visit.page().locator("details summary h2").isVisible()).isTrue();
            visit.assertAccessible();
            visit.assertFits();
        }
    }

    @Test
    void who_took_a_step_is_said_in_words_on_the_page_and_by_the_command() {
        Shown good = receipts().values().iterator().next();
        try (Visit visit = Visit.to(TestApp.start(), Look.DESK)) {
            visit.page().navigate("/verify");
            checked(visit.page(), good);

            assertThat(visit.page().locator("#verdict dd").allInnerTexts())
                    .anyMatch(value -> value.contains("第 1 轮"))
                    .noneMatch(value -> value.contains("{"));
        }
        assertThat(new Verification(Locale.CHINESE)
                        .check(good.receipt(), good.key().lines().toList(), Map.of())
                        .lines())
                .anyMatch(line -> line.contains("第 1 轮"))
                .noneMatch(line -> line.contains("{"));
    }

    @Test
    void things_are_called_what_the_matters_own_programme_calls_them() {
        Shown good = receipts().values().iterator().next();
        try (Visit visit = Visit.to(TestApp.start(), Look.DESK)) {
            visit.page().navigate("/verify");
            checked(visit.page(), good);

            assertThat(visit.page().locator("#verdict dt, #verdict dd").allInnerTexts())
                    .contains("三张清单", "问题清单", "事项分类", "标题")
                    .doesNotContain("待交办", "信访事项");
        }
        assertThat(String.join(
                        "\n",
                        new Verification(Locale.CHINESE)
                                .check(good.receipt(), good.key().lines().toList(), Map.of())
                                .lines()))
                .contains("三张清单", "问题清单", "事项分类", "标题")
                .doesNotContain("待交办", "信访事项");
    }

    private static List<String> checked(Page page, Shown shown) {
        page.evaluate(
                "([receipt, key]) => { document.getElementById('verdict').replaceChildren();"
                        + " document.getElementById('receipt-text').value = receipt; document.getElementById('key').value = key; }",
                List.of(shown.receipt(), shown.key()));
        page.locator("#verify button[type=submit]").click();
        page.locator("#verdict .verdict").waitFor();
        return List.of(
                page.locator("#verdict h2").innerText(),
                page.locator("#verdict h2 + p").innerText());
    }

    private Map<String, Shown> receipts() {
        List<MatterNumber> matters = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            matters.add(town.raise());
        }
        town.sequence();
        Receipt good = new Receipts(town.log(), town.equipment)
                .of(matters.get(2), 1, told -> !told.name().equals("where"))
                .orElseThrow();
        String key = town.keys.verifiers().getFirst().toString();
        String text = good.written();
        Map<String, Shown> all = new LinkedHashMap<>();
        all.put("as it is", new Shown(text, key));
        Map<String, Receipt> changed = new LinkedHashMap<>();
        List<byte[]> proof = good.proof();
        changed.put("a proof cut short", with(good, good.index(), proof.subList(0, proof.size() - 1)));
        List<byte[]> longer = new ArrayList<>(proof);
        longer.add(proof.getFirst());
        changed.put("a proof that goes on", with(good, good.index(), longer));
        changed.put("a proof turned round", with(good, good.index(), proof.reversed()));
        changed.put("another place", with(good, 1, proof));
        changed.put("a place beyond the log", with(good, 5, proof));
        changed.put(
                "less sealed than there was",
                new Receipt(good.checkpoint(), good.entry(), good.index(), proof, good.told(), List.of()));
        changed.put(
                "a checkpoint nobody signed",
                new Receipt(unsigned(good), good.entry(), good.index(), proof, good.told(), good.untold()));
        changed.forEach((what, receipt) -> all.put(what, new Shown(receipt.written(), key)));
        all.put("another word told", new Shown(text.replace("路面有一个大坑", "路面很平"), key));
        all.put(
                "another list in the entry",
                new Shown(text.replace("\\\"to\\\":\\\"problem\\\"", "\\\"to\\\":\\\"result\\\""), key));
        all.put("another root", new Shown(text.replaceFirst("log\\\\n5\\\\n", "log\\\\n6\\\\n"), key));
        all.put("another key of this log", new Shown(text, stranger("town.example/log")));
        all.put("another log", new Shown(text, stranger("other.example/log")));
        rubbish(text).forEach((what, receipt) -> all.put(what, new Shown(receipt, key)));
        all.put("a key that is none", new Shown(text, "town.example/log+1"));
        all.put("a key with another id", new Shown(text, key.replaceFirst("\\+[0-9a-f]{8}", "+00000000")));
        all.put("no key", new Shown(text, "\u0000"));
        return all;
    }

    private static Map<String, String> rubbish(String text) {
        Map<String, String> rubbish = new LinkedHashMap<>();
        for (String written : List.of(
                "{", "[]", "null", "0", "\"a\"", "a\u0000b", "{}", "[".repeat(5000), "<xml/>", "{\"receipt\":\"x\"}")) {
            rubbish.put("rubbish " + (written.length() > 20 ? "deep" : written), written);
        }
        rubbish.put("far too long", "{\"receipt\":\"" + "x".repeat(1 << 20) + "\"}");
        rubbish.put("another kind", text.replace(Receipt.KIND, "huiyin-receipt/2"));
        for (String member : List.of("checkpoint", "entry", "index", "proof", "told", "untold")) {
            rubbish.put("no " + member, text.replace("\"" + member + "\":", "\"x" + member + "\":"));
            rubbish.put(
                    member + " is true",
                    text.replaceFirst("\"" + member + "\":(\"|\\d+|\\[)", "\"" + member + "\":true,\"y\":$1"));
        }
        rubbish.put("an index below nothing", text.replaceFirst("\"index\":\\d+", "\"index\":-1"));
        rubbish.put("half an index", text.replaceFirst("\"index\":\\d+", "\"index\":1.5"));
        rubbish.put("an endless index", text.replaceFirst("\"index\":\\d+", "\"index\":9007199254740993"));
        rubbish.put("a hash that is none", text.replaceFirst("\"proof\":\\[\"..", "\"proof\":[\"??"));
        rubbish.put("something behind", text + " x");
        return rubbish;
    }

    private static Receipt with(Receipt one, long index, List<byte[]> proof) {
        return new Receipt(one.checkpoint(), one.entry(), index, proof, one.told(), one.untold());
    }

    private String unsigned(Receipt receipt) {
        Note note = Note.parse(receipt.checkpoint());
        LogKeys nobody = new LogKeys(town.directory.resolve("nobody.key"), "nobody.example/log");
        return new Note(note.text(), nobody.sign(Checkpoint.parse(note.text())).signatures()).toString();
    }

    private String stranger(String name) {
        return new LogKeys(town.directory.resolve("stranger-" + name.hashCode() + ".key"), name)
                .verifiers()
                .getFirst()
                .toString();
    }
}
