package org.huiyin.routing;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model as bytes: a mark with the format's version, the SHA-256 of all that follows, then packed what it is about and what its features
 * weigh. Numbers and texts only: reading a file never runs what somebody put into it, as Java's own serialization could.
 */
public final class ModelFile {

    private static final byte[] MARK = "huiyin-routing-1\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ANY_VERSION = "huiyin-routing-".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final long LARGEST = 512L << 20;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ModelFile() {}

    /** Writes a model; the file is there whole or not at all. */
    public static void write(RoutingModel model, Path file) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, bytes(model));
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CannotLearn("The model could not be written to " + file + ": " + e.getMessage());
        }
    }

    /**
     * Reads a model.
     *
     * @throws CannotLearn when it is none, of another version, or not as it was written
     */
    public static RoutingModel read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new CannotLearn(Files.exists(file) ? file + " is not a file." : "There is no model " + file + ".");
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw new CannotLearn(file + " is too large for a model.");
            }
            return read(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new CannotLearn(file + " cannot be read: " + e.getMessage());
        }
    }

    /** A model as bytes, to be kept elsewhere than in a file. */
    public static byte[] bytes(RoutingModel model) {
        try {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (DataOutputStream out =
                    new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(packed), 1 << 16))) {
                byte[] about = JSON.writeValueAsBytes(model.about());
                out.writeInt(about.length);
                out.write(about);
                write(model.scoring(), out);
            }
            ByteArrayOutputStream file = new ByteArrayOutputStream(packed.size() + 64);
            file.write(MARK);
            file.write(sha256().digest(packed.toByteArray()));
            packed.writeTo(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A model could not be written to memory", e);
        }
    }

    /**
     * Reads a model from its bytes.
     *
     * @param name what it is called when it is refused
     * @throws CannotLearn when it is none, of another version, or not as it was written
     */
    public static RoutingModel read(byte[] file, String name) {
        if (!starts(file, ANY_VERSION)) {
            throw new CannotLearn(name + " is not a model of Huiyin's.");
        }
        if (!starts(file, MARK)) {
            throw new CannotLearn(name + " was made by another version of Huiyin; learn it anew.");
        }
        int body = MARK.length + DIGEST;
        byte[] packed = Arrays.copyOfRange(file, Math.min(body, file.length), file.length);
        byte[] noted = Arrays.copyOfRange(file, MARK.length, body);
        if (!MessageDigest.isEqual(noted, sha256().digest(packed))) {
            throw new CannotLearn(name + " is not as it was written: cut off, damaged or changed.");
        }
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(new ByteArrayInputStream(packed)), 1 << 16))) {
            About about = JSON.readValue(in.readNBytes(in.readInt()), About.class);
            return new RoutingModel(about, scoring(in), new Features());
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new CannotLearn(name + " cannot be understood: " + e.getMessage());
        }
    }

    private static void write(Scoring scoring, DataOutputStream out) throws IOException {
        text(scoring.provenance(), out);
        out.writeInt(scoring.labels().size());
        for (String label : scoring.labels()) {
            text(label, out);
        }
        write(scoring.bias(), out);
        write(scoring.vocabulary().rarity(), out);
        write(scoring.weights(), out);
        for (String name : scoring.vocabulary().names()) {
            text(name, out);
        }
    }

    private static Scoring scoring(DataInputStream in) throws IOException {
        String provenance = text(in);
        List<String> labels = new ArrayList<>();
        int classes = in.readInt();
        for (int c = 0; c < classes; c++) {
            labels.add(text(in));
        }
        float[] bias = floats(in);
        float[] rarity = floats(in);
        float[] weights = floats(in);
        if (bias.length != classes || weights.length != classes * rarity.length) {
            throw new IllegalArgumentException("its parts do not fit each other");
        }
        Map<String, Integer> ids = HashMap.newHashMap(rarity.length);
        for (int id = 0; id < rarity.length; id++) {
            ids.put(text(in), id);
        }
        return new Scoring(new Vocabulary(ids, rarity), labels, weights, bias, provenance);
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static void write(float[] numbers, DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4 * numbers.length);
        bytes.asFloatBuffer().put(numbers);
        out.writeInt(numbers.length);
        out.write(bytes.array());
    }

    private static float[] floats(DataInputStream in) throws IOException {
        float[] numbers = new float[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(4 * numbers.length)).asFloatBuffer().get(numbers);
        return numbers;
    }

    private static boolean starts(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }

    /** The SHA-256 of a file, in hexadecimal digits. */
    public static String fingerprint(Path file) {
        try {
            return HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new CannotLearn(file + " cannot be read: " + e.getMessage());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
