package org.huiyin.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class RotationTest {

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private static Path keys = Path.of("");

    @Test
    void a_changed_key_opens_everything_and_the_old_one_can_go() throws Exception {
        Path file = Files.write(keys.resolve("rotated.key"), SECRET);
        TestClock clock = TestClock.at("2026-03-03T09:00");
        TestApp app = TestApp.another(clock, "huiyin.key-file=" + file);
        JdbcClient database = app.bean(JdbcClient.class);
        Handling.Raised raised = new Handling(app).raise(Map.of("raiser-name", "赵小芳", "raiser-phone", "13800138000"));
        long matter = id(raised.number());
        sealAsBefore(database, matter);
        Rotation rotation = app.bean(Rotation.class);
        String old = app.bean(Keyring.class).current();

        String fresh = rotation.add(line -> {}).orElseThrow();
        assertThat(used(rotation, fresh)).isZero();
        Rotation.Done done = rotation.reseal(values -> {});
        rotation.reseal(values -> {});

        assertThat(done.unreadable()).isEmpty();
        assertThat(used(rotation, old)).isZero();
        assertThat(used(rotation, "")).isZero();
        assertThat(used(rotation, fresh)).isGreaterThan(1);
        assertThatThrownBy(() -> rotation.retire(old))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("two minutes");
        clock.forward(Duration.ofMinutes(3));
        rotation.retire(old);
        assertThat(Files.readString(file)).contains(fresh).doesNotContain(old);
        assertThat(unsealed(app, raised)).contains("赵小芳", "13800138000");
        assertThat(Visitor.to(app)
                        .post("/m", "/m", Map.of("number", raised.number(), "code", raised.code()))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Examination.of(app)).isEmpty();
    }

    @Test
    void a_wrong_a_cut_and_a_missing_key_are_told_before_anything_else() throws IOException {
        Path file = keys.resolve("kept.key");
        KeyFile source = new KeyFile(file);
        source.write(Secrets.fresh(Instant.EPOCH));
        Secrets first = source.read();
        TestApp app = TestApp.another(TestClock.at("2026-03-03T09:00"), "huiyin.key-file=" + file);
        KeyProof proof = new KeyProof(app.bean(JdbcClient.class));
        Keyring wrong = new Keyring(SECRET);

        assertThatThrownBy(() -> proof.check(wrong, "the key file x"))
                .isInstanceOf(KeyTrouble.class)
                .hasMessageContaining("another installation");
        assertThat(proof.needsKey()).isTrue();
        Secrets other = Secrets.fresh(Instant.EPOCH);
        source.write(new Secrets(first.codes(), other.sealing()));
        assertThatThrownBy(() -> proof.check(new Keyring(source), source.name()))
                .hasMessageContaining(first.current().id())
                .hasMessageContaining("Put the line of that key back");
        Secrets.Sealing forged = new Secrets.Sealing(first.current().id(), Instant.EPOCH, new byte[32]);
        source.write(new Secrets(first.codes(), java.util.List.of(forged)));
        assertThatThrownBy(() -> proof.check(new Keyring(source), source.name()))
                .isInstanceOf(KeyTrouble.class);
        Files.writeString(file, "codes AAAA\n");
        assertThatThrownBy(source::read).hasMessageContaining("line 1");
        Files.writeString(file, "");
        assertThatThrownBy(source::read).hasMessageContaining("no key");
    }

    @Test
    void names_of_residents_and_telephones_of_anybody_stand_nowhere_in_the_open() {
        TestApp app = TestApp.start();
        Visitor.to(app);
        JdbcClient database = app.bean(JdbcClient.class);

        long open = database.sql(
                        "select count(*) from person p where phone is not null or (name <> '＊' and not exists (select from post where person_id = p.id))")
                .query(Long.class)
                .single();

        assertThat(open).isZero();
        assertThat(Visitor.signedIn(app, "resident").get("/account").body()).doesNotContain("＊");
    }

    @Test
    void what_a_command_prints_serves_as_keys_and_its_failing_is_told() throws IOException {
        Path file = keys.resolve("printed.key");
        new KeyFile(file).write(Secrets.fresh(Instant.EPOCH));

        Keyring printed = new Keyring(new KeyCommand("cat " + file));

        assertThat(printed.open(new Keyring(new KeyFile(file)).seal("赵小芳", "a"), "a"))
                .isEqualTo("赵小芳");
        assertThatThrownBy(() -> new Keyring(new KeyCommand("false"))).isInstanceOf(KeyTrouble.class);
        assertThatThrownBy(() -> new Keyring(new KeyCommand("/no/such/command")))
                .hasMessageContaining("Cannot run");
    }

    /** As it was sealed before keys had names. */
    private static void sealAsBefore(JdbcClient database, long matter) throws Exception {
        Keyring keyring = new Keyring(SECRET);
        byte[] sealed = database.sql("select sealed from step where matter_id = :m and seq = 1")
                .param("m", matter)
                .query(byte[].class)
                .single();
        String owner = "step:" + matter + ":1";
        byte[] nonce = Arrays.copyOfRange(sealed, 7, 19);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(Secrets.mac(SECRET, "seal"), "AES"),
                new GCMParameterSpec(128, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        byte[] body = cipher.doFinal(keyring.open(sealed, owner).getBytes(StandardCharsets.UTF_8));
        byte[] before = Arrays.copyOf(nonce, nonce.length + body.length);
        System.arraycopy(body, 0, before, nonce.length, body.length);
        database.sql("update step set sealed = :s where matter_id = :m and seq = 1")
                .param("s", before)
                .param("m", matter)
                .update();
    }

    private static String unsealed(TestApp app, Handling.Raised raised) {
        Visitor clerk = Visitor.signedIn(app, "chaoyang");
        String page = "/desk/matters/" + raised.number();
        clerk.post(page, page + "/unsealing", Map.of("reason", "联系反映人"));
        return clerk.get(page).body();
    }

    private static long used(Rotation rotation, String key) {
        return rotation.uses().stream()
                .filter(use -> use.id().equals(key))
                .mapToLong(Rotation.Use::total)
                .sum();
    }

    private static long id(String number) {
        return org.huiyin.matter.MatterNumber.parse(number).id();
    }
}
