package org.huiyin.raiser;

import java.util.List;

/** What residents are told of the data they give, as the programmes in force say it. */
public record PrivacyView(List<Mechanism> mechanisms) {

    /**
     * A mechanism residents may raise matters in.
     *
     * @param counted the categories whose matters are only counted
     * @param narrowed categories of which the public reads less, with what it does not read
     * @param keepYears for how many years after the end a matter is kept whole; 0 for good
     */
    public record Mechanism(
            String title, List<Group> groups, List<String> counted, List<Narrowed> narrowed, int keepYears) {}

    /** Fields the same people may read. */
    public record Group(String seen, List<String> fields) {}

    public record Narrowed(String category, List<String> fields) {}
}
