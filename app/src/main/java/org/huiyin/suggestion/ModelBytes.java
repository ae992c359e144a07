package org.huiyin.suggestion;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.huiyin.routing.CannotLearn;
import org.huiyin.routing.ModelFile;
import org.huiyin.routing.RoutingModel;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A city's model as bytes: a mark with the format's version, the SHA-256 of all that follows, the texts' model, and who handled what. */
final class ModelBytes {

    private static final byte[] MARK = "huiyin-city-2\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANY_VERSION = "huiyin-city-".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ModelBytes() {}

    static byte[] of(CityModel model) {
        try {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            try (DataOutputStream out = new DataOutputStream(body)) {
                block(ModelFile.bytes(model.topics()), out);
                out.writeDouble(model.categoryThreshold());
                out.writeDouble(model.unitThreshold());
                block(JSON.writeValueAsBytes(model.handled()), out);
            }
            ByteArrayOutputStream whole = new ByteArrayOutputStream(body.size() + 64);
            whole.write(MARK);
            whole.write(sha256().digest(body.toByteArray()));
            body.writeTo(whole);
            return whole.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A model could not be written to memory", e);
        }
    }

    /**
     * Reads a model.
     *
     * @param name what it is called when it is refused
     * @throws CannotLearn when it is none, of another version, or not as it was written
     */
    static CityModel read(byte[] bytes, String name) {
        if (!starts(bytes, ANY_VERSION)) {
            throw new CannotLearn(name + " is not a city's model.");
        }
        if (!starts(bytes, MARK)) {
            throw new CannotLearn(name + " was made by another version of Huiyin; learn it anew.");
        }
        int head = MARK.length + DIGEST;
        byte[] body = Arrays.copyOfRange(bytes, Math.min(head, bytes.length), bytes.length);
        byte[] noted = Arrays.copyOfRange(bytes, MARK.length, head);
        if (!MessageDigest.isEqual(noted, sha256().digest(body))) {
            throw new CannotLearn(name + " is not as it was written: cut off, damaged or changed.");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(body))) {
            RoutingModel topics = ModelFile.read(in.readNBytes(in.readInt()), name);
            double forCategory = in.readDouble();
            double forUnit = in.readDouble();
            Handled handled = JSON.readValue(in.readNBytes(in.readInt()), Handled.class);
            return new CityModel(topics, handled, forCategory, forUnit);
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new CannotLearn(name + " cannot be understood: " + e.getMessage());
        }
    }

    private static void block(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static boolean starts(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
