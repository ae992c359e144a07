package org.huiyin.translog;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.huiyin.matter.MatterNumber;
import org.huiyin.outbound.Outbound;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WitnessTest {

    private static final byte[] SEED = new byte[32];

    private final LoggedTown town = new LoggedTown();
    private final TreeHash hash = new TreeHash();
    private final List<Integer> answered = new ArrayList<>();
    private HttpServer server;
    private Witness witness;
    private Proofs.Head seen;
    private boolean forging;

    @BeforeEach
    void a_witness_stands_by() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        server.createContext("/w/add-checkpoint", this::answer);
        server.start();
        byte[] key = new byte[32];
        Ed25519.generatePublicKey(SEED, 0, key, 0);
        witness = Witness.parse(VerifierKey.of("witness.example/w1", VerifierKey.Type.COSIGNATURE, key)
                + " http://127.0.0.2:" + server.getAddress().getPort() + "/w/");
        seen = new Proofs.Head(0, hash.empty());
    }

    @AfterEach
    void close() {
        server.stop(0);
        town.close();
    }

    @Test
    void a_witness_sees_the_log_grow_and_receipts_bear_its_signature() {
        Witnesses witnesses = witnesses();
        MatterNumber number = town.raise();
        town.sequence();
        witnesses.ask();
        town.raise();
        town.raise();
        town.sequence();
        witnesses.ask();
        witnesses.ask();

        assertThat(answered).as("asked once for each checkpoint").containsExactly(200, 200);
        assertThat(seen.size()).isEqualTo(3);
        Receipt receipt = new Receipts(town.log(), town.equipment)
                .of(number, 1, told -> true)
                .orElseThrow();
        Verdict verdict = new ReceiptCheck(List.of(town.keys.verifiers().getFirst(), witness.key()))
                .check(Receipt.parse(receipt.written()));
        assertThat(((Verdict.Proven) verdict).by()).contains(witness.key());
        assertThat(witnesses.shown().getFirst().size()).isEqualTo(3);
    }

    @Test
    void a_machine_that_knows_nothing_of_it_goes_on_where_the_witness_is() {
        town.raise();
        town.sequence();
        witnesses().ask();
        town.raise();
        town.sequence();

        witnesses().ask();

        assertThat(answered).containsExactly(200, 409, 200);
        assertThat(seen.size()).isEqualTo(2);
    }

    @Test
    void a_signature_that_is_not_its_own_is_not_taken() {
        forging = true;
        town.raise();
        town.sequence();

        witnesses().ask();

        assertThat(answered).containsExactly(200);
        assertThat(town.log().witnessed()).isEmpty();
    }

    @Test
    void a_witness_that_saw_more_signs_nothing_and_holds_nothing_up() {
        seen = new Proofs.Head(9, hash.empty());
        town.raise();
        town.sequence();

        witnesses().ask();
        server.stop(0);
        witnesses().ask();

        assertThat(answered).containsExactly(409);
        assertThat(town.log().witnessed()).isEmpty();
        assertThat(town.head().size()).isEqualTo(1);
    }

    private Witnesses witnesses() {
        return new Witnesses(List.of(witness), TestApp.start().bean(Outbound.class), town.sql());
    }

    /** As c2sp.org/tlog-witness has it: what does not continue what was seen is not signed. */
    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        int blank = body.indexOf("\n\n");
        List<String> lines = body.substring(0, blank).lines().toList();
        Note note = Note.parse(body.substring(blank + 2));
        Proofs.Head next = Checkpoint.parse(note.text()).head();
        List<byte[]> proof = lines.stream()
                .skip(1)
                .map(line -> Base64s.hash(line).orElseThrow())
                .toList();
        boolean signed = note.check(town.keys.verifiers()) instanceof Note.Checked.Signed;
        if (!signed) {
            say(exchange, 403, "");
        } else if (!lines.getFirst().equals("old " + seen.size())) {
            say(exchange, 409, seen.size() + "\n");
        } else if (seen.size() > 0 && !Proofs.consistent(seen, next, proof, hash)) {
            say(exchange, 422, "");
        } else {
            seen = next;
            say(exchange, 200, cosigned(note).line());
        }
    }

    private Note.Signature cosigned(Note note) {
        long now = 1772500000;
        byte[] message = Cosignature.message(note.text() + (forging ? "x" : ""), now);
        byte[] signature = new byte[64];
        Ed25519.sign(SEED, 0, message, 0, message.length, signature, 0);
        return new Note.Signature(
                witness.key().name(),
                witness.key().id(),
                ByteBuffer.allocate(72).putLong(now).put(signature).array());
    }

    private void say(HttpExchange exchange, int status, String text) throws IOException {
        answered.add(status);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
