package org.huiyin.evidence;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes a harmless file name of whatever a sender called the file. */
final class FileName {

    private static final int LONGEST = 100;
    private static final int SHOWN = 40;
    /** Control, format (which holds every bidi mark), unassigned, private and half surrogate characters, and line separators. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private static final Pattern SPECIAL = Pattern.compile("[<>:\"|?*%;&'`$#\\\\/]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern EDGES = Pattern.compile("^[ ._~=+@-]+|[ .]+$");
    private static final Pattern EXTENSION = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    /** Windows takes these for devices, whatever follows the dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private FileName() {}

    /** The name to keep a file under: without folders and unseen characters, and with the extension its content deserves. */
    static String clean(String sent, FileType type) {
        String base = EXTENSION.matcher(tidy(sent)).replaceFirst("");
        String shorter = EDGES.matcher(shorten(base, LONGEST)).replaceAll("");
        String named = shorter.isEmpty() ? "file" : shorter;
        String safe = DEVICE.matcher(named).matches() ? "file_" + named : named;
        String dotted = "." + type.extension();
        return safe.toLowerCase(Locale.ROOT).endsWith(dotted) ? safe : safe + dotted;
    }

    /** The name for a sentence about a file that is not kept. */
    static String shown(String sent) {
        return shorten(tidy(sent), SHOWN);
    }

    private static String tidy(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String seen =
                UNSEEN.matcher(Normalizer.normalize(last, Normalizer.Form.NFC)).replaceAll("");
        String plain = BLANKS.matcher(SPECIAL.matcher(seen).replaceAll("_")).replaceAll(" ");
        return EDGES.matcher(plain).replaceAll("");
    }

    private static String shorten(String name, int most) {
        return name.codePointCount(0, name.length()) <= most
                ? name
                : name.substring(0, name.offsetByCodePoints(0, most));
    }
}
