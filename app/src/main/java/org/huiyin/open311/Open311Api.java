package org.huiyin.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.matter.MatterNumber;
import org.huiyin.open311.Offered.Offer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The resources of GeoReport v2, and the discovery of it. */
@RestController
@RequestMapping("/open311")
class Open311Api {

    private final Open311Settings settings;
    private final Offered offered;
    private final Requests requests;
    private final RequestRows rows;
    private final Posting posting;
    private final String publicUrl;

    Open311Api(
            Open311Settings settings,
            Offered offered,
            Requests requests,
            RequestRows rows,
            Posting posting,
            @Value("${huiyin.public-url:}") String publicUrl) {
        this.settings = settings;
        this.offered = offered;
        this.requests = requests;
        this.rows = rows;
        this.posting = posting;
        this.publicUrl = publicUrl;
    }

    @GetMapping({"/discovery", "/discovery.{format}"})
    ResponseEntity<byte[]> discovery(Page page, HttpServletRequest request) {
        Format format = format(page, request);
        Map<String, Object> endpoint = new LinkedHashMap<>();
        endpoint.put("specification", "http://wiki.open311.org/GeoReport_v2");
        endpoint.put("url", base(request) + "/open311/v2");
        endpoint.put("changeset", offered.changed() + " 00:00");
        endpoint.put("type", "production");
        endpoint.put("formats", new Answer.Rows("format", List.of("text/xml", "application/json")));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("changeset", offered.changed() + " 00:00");
        fields.put("contact", or(settings.contact(), page.t("open311.contact", base(request))));
        fields.put(
                "key_service", or(settings.keyService(), page.t("open311.key-service", base(request) + "/developers")));
        fields.put("endpoints", new Answer.Rows("endpoint", List.of(endpoint)));
        return answer(format, new Answer.Document("discovery", fields));
    }

    @GetMapping({"/v2/services", "/v2/services.{format}"})
    ResponseEntity<byte[]> services(Page page, HttpServletRequest request) {
        Format format = entered(page, request);
        List<Map<String, Object>> all =
                offered.all().stream().map(service -> service(page, service)).toList();
        return answer(format, new Answer.Listing("services", "service", all));
    }

    private Map<String, Object> service(Page page, Offer service) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("service_code", service.code());
        shown.put("service_name", page.t(service.name()));
        shown.put("description", page.t("open311.service", page.t(service.name())));
        shown.put("metadata", !Attributes.of(service.beginning().step().form()).isEmpty());
        shown.put("type", settings.batch() ? "batch" : "realtime");
        shown.put("keywords", service.name().zh() + ", " + service.name().en());
        shown.put("group", page.t(service.programme().title()));
        return shown;
    }

    @GetMapping("/v2/services/{file}")
    ResponseEntity<byte[]> definition(@PathVariable String file, Page page, HttpServletRequest request) {
        Format format = entered(page, request);
        Offer service = offered.find(name(file))
                .orElseThrow(() -> new Refused(404, page.t("open311.refused.service", shortened(name(file)))));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("service_code", service.code());
        fields.put(
                "attributes",
                new Answer.Rows(
                        "attribute",
                        Attributes.described(page, service.beginning().step().form())));
        return answer(format, new Answer.Document("service_definition", fields));
    }

    @GetMapping({"/v2/requests", "/v2/requests.{format}"})
    ResponseEntity<byte[]> list(Page page, HttpServletRequest request) {
        Format format = entered(page, request);
        Filter filter = Filter.of(page, request);
        return answer(
                format,
                new Answer.Listing(
                        "service_requests",
                        "request",
                        rows.of(page, requests.find(filter), base(request), extended(request))));
    }

    @GetMapping("/v2/requests/{file}")
    ResponseEntity<byte[]> one(@PathVariable String file, Page page, HttpServletRequest request) {
        Format format = entered(page, request);
        List<Long> id = Numbers.read(name(file)).map(MatterNumber::id).stream().toList();
        List<Map<String, Object>> found = rows.of(page, id, base(request), extended(request));
        if (found.isEmpty()) {
            throw new Refused(404, page.t("open311.refused.request", shortened(name(file))));
        }
        return answer(format, new Answer.Listing("service_requests", "request", found));
    }

    @PostMapping({"/v2/requests", "/v2/requests.{format}"})
    ResponseEntity<byte[]> post(Page page, HttpServletRequest request, HttpServletResponse response) {
        Format format = format(page, request);
        Posting.Form form = Posting.Form.of(page, request);
        String key = posting.key(page, form, request, response);
        jurisdiction(page, form.one("jurisdiction_id"));
        return answer(
                format,
                new Answer.Listing(
                        "service_requests", "request", List.of(posting.take(page, form, key, base(request)))));
    }

    @GetMapping("/v2/tokens/{file}")
    ResponseEntity<byte[]> token(@PathVariable String file, Page page, HttpServletRequest request) {
        Format format = entered(page, request);
        return answer(
                format,
                new Answer.Listing(
                        "service_requests", "request", List.of(posting.told(page, name(file), base(request)))));
    }

    /** Whatever else is asked for below this address. */
    @RequestMapping("/**")
    ResponseEntity<byte[]> nothing(Page page, HttpServletRequest request) {
        boolean known = request.getRequestURI().matches("/open311/(discovery|v2/(services|requests|tokens))([./].*)?");
        throw known
                ? new Refused(400, page.t("open311.refused.method"))
                : new Refused(404, page.t("open311.refused.nothing"));
    }

    private Format entered(Page page, HttpServletRequest request) {
        Format format = format(page, request);
        String[] named = request.getParameterValues("jurisdiction_id");
        jurisdiction(page, named == null ? "" : named[0]);
        return format;
    }

    /** One city is served here, so nobody has to name it; whoever names another one is not served. */
    private void jurisdiction(Page page, String named) {
        String given = named.strip();
        if (!given.isEmpty()
                && !settings.jurisdiction().isEmpty()
                && !given.equalsIgnoreCase(settings.jurisdiction())) {
            throw new Refused(404, page.t("open311.refused.jurisdiction", shortened(given)));
        }
    }

    private static Format format(Page page, HttpServletRequest request) {
        String ending = Format.ending(request.getRequestURI()).orElse("xml");
        if (Format.named(ending).isEmpty()) {
            throw new Refused(400, page.t("open311.refused.format"));
        }
        return Format.of(request);
    }

    private static String name(String file) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file : file.substring(0, dot);
    }

    private static boolean extended(HttpServletRequest request) {
        return "true".equalsIgnoreCase(request.getParameter("extensions"));
    }

    private String base(HttpServletRequest request) {
        return publicUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : publicUrl.replaceAll("/+$", "");
    }

    private static String or(String set, String usual) {
        return set.isBlank() ? usual : set;
    }

    static String shortened(@Nullable String text) {
        return text == null ? "" : text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static ResponseEntity<byte[]> answer(Format format, Answer answer) {
        return ResponseEntity.ok().contentType(format.type()).body(Writing.bytes(format, answer));
    }
}
