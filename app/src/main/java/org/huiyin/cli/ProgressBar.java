package org.huiyin.cli;

import java.io.PrintWriter;

/** A bar that fills in one line of a console; elsewhere a line for every tenth. */
final class ProgressBar {

    private static final int WIDTH = 30;

    private final PrintWriter out;
    private final boolean console = System.console() != null && System.console().isTerminal();
    private String shown = "";

    ProgressBar(PrintWriter out) {
        this.out = out;
    }

    /** {@code done} of {@code of} are behind; {@code what} is being done now. */
    void at(String what, long done, long of) {
        var part = of <= 0 ? 1.0 : Math.min(1.0, (double) done / of);
        var line = line(what, part);
        if (line.equals(shown)) {
            return;
        }
        shown = line;
        out.print(console ? "\r" + line + (part >= 1 ? "\n" : "") : line + "\n");
        out.flush();
    }

    private String line(String what, double part) {
        if (!console) {
            return "%3d %%  %s".formatted(((int) (part * 10)) * 10, what);
        }
        var full = (int) (part * WIDTH);
        return "[" + "█".repeat(full) + "·".repeat(WIDTH - full)
                + "] %3d %%  %-24s".formatted((int) (part * 100), what);
    }
}
