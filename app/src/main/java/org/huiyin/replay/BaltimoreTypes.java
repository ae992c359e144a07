package org.huiyin.replay;

import java.util.List;
import java.util.regex.Pattern;

/** What Baltimore's types of request are in the words of the programme. A type begins with its department: {@code SW-Dirty Alley}. */
final class BaltimoreTypes {

    private record Rule(Pattern type, String category) {}

    /** The first that matches counts. */
    private static final List<Rule> CATEGORIES = List.of(
            rule("^HLTH-Animal", "animals"),
            rule("Food|Licensed Facility", "food-drugs"),
            rule("^HLTH", "health"),
            rule("Abandoned Vehicle|Parking|^TTR|^TRS|^PABC", "parking"),
            rule("Tree|^FOR|^RP|Grass", "greening"),
            rule("^HCD-(Sanitation|Illegal Dumping|Rodents|Illegal Sign)|^SW", "sanitation"),
            rule("^HCD", "housing"),
            rule("Sewer|Storm|Water In Basement", "drainage"),
            rule("^WW|^TRC", "utilities"),
            rule("^BGE|^TR[MTA]?-|^TEC", "roads"),
            rule("^FIR|^BPD", "public-safety"),
            rule("^FC|^FIN", "finance-tax"),
            rule("^BCLB", "market"),
            rule("^MOHS", "civil-affairs"));

    private static final Pattern COMPLAINT = Pattern.compile("Complaint|Concern|Violation");
    private static final Pattern QUESTION = Pattern.compile("Information|Inquiry|Look Up|Question");

    private BaltimoreTypes() {}

    private static Rule rule(String type, String category) {
        return new Rule(Pattern.compile(type), category);
    }

    static String category(String type) {
        return CATEGORIES.stream()
                .filter(rule -> rule.type().matcher(type).find())
                .map(Rule::category)
                .findFirst()
                .orElse("other");
    }

    static String kind(String type) {
        if (COMPLAINT.matcher(type).find()) {
            return "complaint";
        }
        return QUESTION.matcher(type).find() ? "consult" : "help";
    }

    static String channel(String method) {
        return switch (method) {
            case "Phone" -> "phone";
            case "API", "Email" -> "web";
            case "Mail" -> "letter";
            case "Internal", "System" -> "internal";
            default -> "imported";
        };
    }
}
