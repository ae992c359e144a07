package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.huiyin.translog.Note.Checked;
import org.huiyin.translog.Unreadable.Why;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTest {

    /** The example of c2sp.org/signed-note. */
    private static final String FOO = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";

    private static final String SIGNED = """
            This is an example message.

            — example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private final SecureRandom random = new SecureRandom();
    private final SigningKey key = SigningKey.generate("city.example/log", random);
    private final String text = new Checkpoint("city.example/log", 7, new byte[32]).text();

    @Test
    void the_example_of_the_standard_verifies() {
        VerifierKey foo = VerifierKey.parse(FOO);

        assertThat(Note.parse(SIGNED).check(List.of(foo))).isEqualTo(new Checked.Signed(List.of(foo)));
        assertThat(Note.parse(SIGNED)).hasToString(SIGNED);
        assertThat(foo).hasToString(FOO);
    }

    @Test
    void a_changed_text_is_forged() {
        VerifierKey foo = VerifierKey.parse(FOO);

        assertThat(Note.parse(SIGNED.replace("an example", "no example")).check(List.of(foo)))
                .isEqualTo(new Checked.Forged(foo));
    }

    @Test
    void a_note_nobody_known_signed_is_unsigned() {
        assertThat(Note.parse(SIGNED).check(List.of(key.verifier()))).isEqualTo(new Checked.Unsigned());
    }

    @Test
    void two_keys_of_one_name_may_both_sign() {
        SigningKey next = SigningKey.generate("city.example/log", random);
        Note note = Note.parse(new Note(text, List.of(key.sign(text), next.sign(text))).toString());

        assertThat(note.check(List.of(key.verifier()))).isEqualTo(new Checked.Signed(List.of(key.verifier())));
        assertThat(note.check(List.of(next.verifier()))).isEqualTo(new Checked.Signed(List.of(next.verifier())));
    }

    @Test
    void a_secret_key_is_read_as_it_was_written() {
        assertThat(SigningKey.parse(key.written()).verifier()).isEqualTo(key.verifier());
        assertThat(key.toString()).doesNotContain(key.written());
    }

    @Test
    void a_witness_signs_a_checkpoint_with_its_time() {
        byte[] seed = new byte[32];
        random.nextBytes(seed);
        VerifierKey witness = witness(seed);
        byte[] message = Cosignature.message(text, 1679315147);
        byte[] signature = new byte[64];
        Ed25519.sign(seed, 0, message, 0, message.length, signature, 0);
        byte[] stamped =
                ByteBuffer.allocate(72).putLong(1679315147).put(signature).array();

        Note note = new Note(text, List.of(new Note.Signature(witness.name(), witness.id(), stamped)));

        assertThat(note.check(List.of(witness))).isEqualTo(new Checked.Signed(List.of(witness)));
        stamped[7] ^= 1;
        assertThat(note.check(List.of(witness))).isEqualTo(new Checked.Forged(witness));
        assertThat(new String(message, StandardCharsets.UTF_8)).startsWith("cosignature/v1\ntime 1679315147\ncity.");
    }

    private static VerifierKey witness(byte[] seed) {
        byte[] key = new byte[32];
        Ed25519.generatePublicKey(seed, 0, key, 0);
        return VerifierKey.of("witness.example/w1", VerifierKey.Type.COSIGNATURE, key);
    }

    @ParameterizedTest
    @CsvSource({
        "'', KEY_FORM",
        "example.com/foo, KEY_FORM",
        "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_FORM",
        "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_ID",
        "example.com/bar+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_ID",
        "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_TYPE",
        "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U, KEY_FORM",
        "example.com/foo+530d903a+AekyeRrm, KEY_BYTES",
        "exam ple+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k, KEY_NAME",
    })
    void what_is_no_key_is_refused_by_name(String written, Why why) {
        assertThatThrownBy(() -> VerifierKey.parse(written))
                .isInstanceOfSatisfying(
                        Unreadable.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no signature\n",
                "text\n\n",
                "text\n\n— name\n",
                "text\n\n— name AAAA\n",
                "text\n\n- name AAAAAAAA\n",
                "text\r\n\n— name AAAAAAAA\n",
                "text\n\n— name AAAAAAAA",
                "text\n\n— name not/base64!\n"
            })
    void what_is_no_note_is_refused(String written) {
        assertThatThrownBy(() -> Note.parse(written)).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "o\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n99999999999999999999\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                "o\n7\nAAAA\n",
                "o\n7\n",
                "o\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n"
            })
    void what_is_no_checkpoint_is_refused(String written) {
        assertThatThrownBy(() -> Checkpoint.parse(written)).isInstanceOf(Unreadable.class);
    }
}
