package org.huiyin.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.KeyGate;
import org.huiyin.key.Limits;
import org.huiyin.key.Scope;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.open311.Offered.Offer;
import org.huiyin.open311.Postbox.Report;
import org.huiyin.org.Organisation;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.QueryCode;
import org.huiyin.track.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Takes posted requests: whose key it is, what is said, and what is answered. */
@Component
class Posting {

    private final KeyGate gate;
    private final Limits limits;
    private final Offered offered;
    private final Organisation organisation;
    private final Records records;

    Posting(KeyGate gate, Limits limits, Offered offered, Organisation organisation, Records records) {
        this.gate = gate;
        this.limits = limits;
        this.offered = offered;
        this.organisation = organisation;
        this.records = records;
    }

    /** Where what is posted is kept, raised and answered for. */
    @Component
    record Records(Postbox postbox, Taking taking, Keyring keyring, Open311Settings settings) {}

    /** The form as it was posted. */
    record Form(Map<String, List<String>> values) {

        /** Forms and nothing else: what is sent as XML, JSON or parts is not even read. */
        static Form of(Page page, HttpServletRequest request) {
            String type = request.getContentType();
            if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/x-www-form-urlencoded *(;.*)?")) {
                throw new Refused(400, page.t("open311.refused.content-type"));
            }
            Map<String, List<String>> values = new LinkedHashMap<>();
            request.getParameterMap().forEach((name, all) -> values.put(name, Arrays.asList(all)));
            return new Form(values);
        }

        String one(String name) {
            return values.getOrDefault(name, List.of()).stream()
                    .findFirst()
                    .map(String::strip)
                    .orElse("");
        }
    }

    /** The id of the key a request is posted under: from the form, as the specification has it, or from the header; never from the address. */
    String key(Page page, Form form, HttpServletRequest request, HttpServletResponse response) {
        String query = request.getQueryString();
        if (query != null && query.contains("api_key=")) {
            throw new Refused(400, page.t("open311.refused.key-in-address"));
        }
        String shown = form.one("api_key");
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (shown.isEmpty() && header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            shown = header.substring(7).strip();
        }
        if (!(gate.show(shown) instanceof KeyGate.Answer.Open(var holder))
                || !holder.key().may(Scope.OPEN311)) {
            throw new Refused(403, page.t("open311.refused.key"));
        }
        if (!limits.admit(holder.key(), response)) {
            throw new ProblemException(Problem.of("too-many-requests", 429));
        }
        return holder.key().id();
    }

    /** Takes a request; answers its number, or the token by which the number can be asked for a moment later. */
    Map<String, Object> take(Page page, Form form, String key, String base) {
        String code = form.one("service_code");
        if (code.isEmpty()) {
            throw new Refused(400, page.t("open311.refused.service-missing"));
        }
        Offer service = offered.find(code)
                .orElseThrow(() -> new Refused(404, page.t("open311.refused.service", Open311Api.shortened(code))));
        Map<String, Object> fields = Posted.fields(page, service, form.values(), organisation);
        Report report = records.taking()
                .keep(
                        service,
                        fields,
                        form.one("media_url"),
                        key,
                        page.formats().today());
        return records.settings().batch() ? token(report) : raised(page, report, base);
    }

    private Map<String, Object> raised(Page page, Report report, String base) {
        Outcome outcome = records.taking().take(report);
        if (outcome != null && !(outcome instanceof Outcome.Done)) {
            records.postbox().forget(report.token());
            throw refused(page, outcome);
        }
        Report now = records.postbox().find(report.token()).orElseThrow();
        MatterNumber number = now.matter();
        if (number == null) {
            throw new IllegalStateException("A request was raised and is not on record");
        }
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("service_request_id", number.toString());
        row.put("service_notice", notice(page, number, now.photo(), base));
        row.put("account_id", null);
        return cast(row);
    }

    private static Map<String, Object> token(Report report) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("token", report.token());
        row.put("service_notice", null);
        row.put("account_id", null);
        return cast(row);
    }

    /** What became of a token: its number, or nothing yet. */
    Map<String, Object> told(Page page, String token, String base) {
        Report report =
                records.postbox().find(token).orElseThrow(() -> new Refused(404, page.t("open311.refused.token")));
        if (report.refused() != null) {
            throw new Refused(400, page.t("open311.refused.later", report.refused()));
        }
        MatterNumber number = report.matter();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("service_request_id", number == null ? null : number.toString());
        row.put("token", report.token());
        row.put("service_notice", number == null ? null : notice(page, number, report.photo(), base));
        return cast(row);
    }

    /** The code by which the raiser follows the matter and rates the answer, and what became of the picture. */
    private String notice(Page page, MatterNumber number, @Nullable String photo, String base) {
        String code = QueryCode.of(number.id(), records.keyring());
        String told = page.t("open311.notice", code, base + "/m/" + number);
        return photo == null || photo.equals("kept")
                ? told
                : told + " " + page.t("open311.notice.photo", why(page, photo));
    }

    private static String why(Page page, String photo) {
        return photo.startsWith(Photo.STATUS)
                ? page.t("open311.photo.status", photo.substring(Photo.STATUS.length()))
                : page.t("open311.photo." + photo);
    }

    private static Refused refused(Page page, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Refused(var why) -> {
                Problem problem = Refusals.problem(page, why);
                yield new Refused(400, problem.why(page) + " " + problem.next(page));
            }
            case Outcome.NotYours(var step) -> new Refused(403, page.t("open311.refused.key"));
            case Outcome.NoSuchMatter none -> new Refused(400, page.t("problem.no-such-matter.why"));
            case Outcome.Stale stale -> new Refused(400, page.t("problem.stale.why"));
            case Outcome.Done done -> throw new IllegalStateException("done is not refused");
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object> cast(Map<String, @Nullable Object> row) {
        return (Map) row;
    }
}
