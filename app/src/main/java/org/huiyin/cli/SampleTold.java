package org.huiyin.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Objects;
import org.huiyin.frame.Formats;
import org.huiyin.sample.Fault;
import org.huiyin.sample.Samples;
import org.huiyin.sample.Verification.Finding;

/** Says what was found of the samples of a month. */
final class SampleTold {

    private final Words words;
    private final boolean everyFault;
    private final PrintWriter out;

    SampleTold(Locale locale, boolean everyFault, PrintWriter out) {
        this.words = new Words(locale);
        this.everyFault = everyFault;
        this.out = out;
    }

    String future(YearMonth month, YearMonth last) {
        return words.text("sample.verify.future", month, last);
    }

    void tell(Finding finding) {
        switch (finding) {
            case Finding.NoSample(var programme, var kind) ->
                out.println(words.text("sample.verify.none", kind(kind), programme));
            case Finding.NotDrawnYet(var sample) -> {
                out.println(words.text("sample.verify.not-yet", kind(sample.kind()), sample.programme()));
                out.println("  " + commitment(sample));
            }
            case Finding.True(var sample, var from, var chosen) -> {
                out.println(words.text("sample.verify.true", kind(sample.kind()), sample.programme(), chosen, from));
                out.println("  " + commitment(sample));
                out.println("  "
                        + words.text(
                                "sample.verify.seed",
                                Objects.requireNonNull(sample.seed()),
                                time(Objects.requireNonNull(sample.drawnAt()))));
            }
            case Finding.False(var programme, var kind, var faults) -> {
                out.println(words.text("sample.verify.false", kind(kind), programme, faults.size()));
                if (everyFault) {
                    faults.forEach(fault -> out.println("  " + said(fault)));
                } else {
                    out.println("  " + words.text("sample.verify.ask"));
                }
            }
        }
        out.flush();
    }

    private String said(Fault fault) {
        return switch (fault) {
            case Fault.SeedAgainstCommitment(var drawnWithIt) ->
                words.text(drawnWithIt ? "sample.fault.commitment" : "sample.fault.seed");
            case Fault.CommittedLate(var at, var end) -> words.text("sample.fault.committed-late", time(at), time(end));
            case Fault.LeftOut(var count, var such) -> words.text("sample.fault.left-out", count, such);
            case Fault.PutIn(var count, var such) -> words.text("sample.fault.put-in", count, such);
            case Fault.UnderOtherUnit(var count, var such) -> words.text("sample.fault.other-unit", count, such);
            case Fault.OutOfOrder(var count, var such) -> words.text("sample.fault.out-of-order", count, such);
            case Fault.ChosenOtherwise(var count, var such) -> words.text("sample.fault.chosen-otherwise", count, such);
            case Fault.Missing() -> words.text("sample.fault.missing");
        };
    }

    private String commitment(Samples.Sample sample) {
        return words.text("sample.verify.commitment", sample.commitment(), time(sample.committedAt()));
    }

    private String kind(String kind) {
        return words.text("sample.kind." + kind);
    }

    private static String time(Instant at) {
        return at.atZone(Formats.ZONE).toOffsetDateTime().toString();
    }
}
