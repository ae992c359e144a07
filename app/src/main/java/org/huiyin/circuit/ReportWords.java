package org.huiyin.circuit;

import org.huiyin.frame.Page;

/** Sentences of the report, the same on the page and on paper. */
public final class ReportWords {

    private ReportWords() {}

    /** The numbers of a round in one paragraph. */
    public static String figures(Page page, CircuitReport.Figures figures) {
        String went = page.t("circuit.report.went", figures.units(), figures.visited(), figures.missed());
        if (figures.findings() == 0) {
            return went + page.t("circuit.report.nothing");
        }
        return went
                + page.t(
                        "circuit.report.found",
                        figures.findings(),
                        figures.settled(),
                        figures.matters(),
                        figures.unraised())
                + (figures.matters() == 0
                        ? ""
                        : page.t(
                                "circuit.report.became",
                                figures.closed(),
                                figures.answered(),
                                figures.inHand(),
                                figures.late(),
                                figures.dropped()));
    }

    /** What became of a finding; how it was settled goes along. */
    public static String state(Page page, FindingView one) {
        String late = one.late() ? page.t("circuit.late") : "";
        return one.settled().isEmpty() ? one.state() + late : one.state() + page.t("circuit.colon") + one.settled();
    }
}
