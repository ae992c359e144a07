package org.huiyin.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every address of the document with every kind of rubbish, each by one caller or another; the same ones for the same seed. */
final class Shots {

    private static final Pattern GAP = Pattern.compile("\\{([^}]*)}");
    private static final String MARK = "huiyin-mark";
    private static final String USUAL_KEY = "Idempotency-Key: fuzz-";
    private static final int HEADERS_EACH = 14;
    private static final int VALUES_EACH = 6;
    private static final int BODIES_EACH = 10;

    private final FuzzWorld world;
    private final JsonNode document;
    private final Random random;
    private final List<String> who;
    private int keys;

    Shots(FuzzWorld world, JsonNode document, long seed) {
        this.world = world;
        this.document = document;
        this.random = new Random(seed);
        this.who = List.copyOf(world.callers.keySet());
    }

    /** Under one key only the first would be looked at. */
    private Shot underItsOwnKey(Shot one) {
        return one.headers().contains(USUAL_KEY) ? one.with(USUAL_KEY + ++keys) : one;
    }

    /** All of them for one address. */
    List<Shot> of(String method, String path, JsonNode described) {
        Map<String, String> gaps = new LinkedHashMap<>();
        GAP.matcher(path).results().forEach(gap -> gaps.put(gap.group(1), world.known(path, gap.group(1))));
        JsonNode schema = described
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        Shot usual = new Shot(
                        "nothing odd",
                        "",
                        method,
                        filled(path, gaps),
                        List.of("Accept: application/json"),
                        Shot.EMPTY,
                        false,
                        false)
                .with(USUAL_KEY);
        JsonNode body = schema.isMissingNode() ? null : world.body(path, schema, document);
        if (body != null) {
            usual = usual.with("Content-Type: application/json").saying(body.toString());
        }
        List<Shot> shots = new ArrayList<>();
        for (String caller : who) {
            shots.add(usual.by(caller, world.authorization(caller)));
        }
        List<Shot> odd = new ArrayList<>();
        paths(odd, usual, path, gaps);
        queries(odd, usual, described.path("parameters"));
        around(odd, usual);
        if (body != null) {
            bodies(odd, usual, body);
        }
        odd.forEach(one -> shots.add(by(one)));
        return shots.stream()
                .map(one -> one.inEnglish(random.nextBoolean()))
                .map(this::underItsOwnKey)
                .toList();
    }

    /** The one who is likelier to be let in is asked for oftener. */
    private Shot by(Shot shot) {
        String caller = shot.method().equals("TRACE") ? "nobody" : who.get(random.nextInt(who.size()));
        String likely = random.nextInt(3) == 0 ? "key" : random.nextInt(3) == 0 ? "supervisor" : caller;
        return shot.by(likely, world.authorization(likely));
    }

    private static String filled(String path, Map<String, String> gaps) {
        return GAP.matcher(path).replaceAll(gap -> Matcher.quoteReplacement(gaps.getOrDefault(gap.group(1), "1")));
    }

    private void paths(List<Shot> odd, Shot usual, String path, Map<String, String> gaps) {
        for (String gap : gaps.keySet()) {
            for (String word : some(Rubbish.WORDS, VALUES_EACH)) {
                Map<String, String> changed = new LinkedHashMap<>(gaps);
                changed.put(gap, word);
                odd.add(usual.as(gap + " in the path").at(filled(path, changed)).brokenHttp());
            }
        }
        odd.add(usual.as("an address that goes on").at(usual.target() + "/x"));
        odd.add(usual.as("an address with parameters inside")
                .at(usual.target() + ";a=b")
                .brokenHttp());
        odd.add(usual.as("an address twice").at("/" + usual.target()).brokenHttp());
    }

    private void queries(List<Shot> odd, Shot usual, JsonNode parameters) {
        for (JsonNode one : parameters) {
            String name = one.path("name").asString("");
            if (!one.path("in").asString("").equals("query")) {
                continue;
            }
            List<String> words = switch (name) {
                case "limit", "page", "page_size" -> Rubbish.LIMITS;
                case "after" -> Rubbish.CURSORS;
                default -> some(Rubbish.WORDS, VALUES_EACH);
            };
            words.forEach(word -> odd.add(usual.as(name + " in the query")
                    .at(usual.target() + "?" + name + "=" + word)
                    .brokenHttp()));
            odd.add(usual.as(name + " twice").at(usual.target() + "?" + name + "=1&" + name + "=2"));
        }
        odd.add(usual.as("an unknown parameter").at(usual.target() + "?nobody=knows&a%5Bb%5D=c&=&&"));
        odd.add(usual.as("a broken parameter").at(usual.target() + "?a[b]=%").brokenHttp());
        odd.add(usual.as("a cut off parameter").at(usual.target() + "?q=%").brokenHttp());
        odd.add(usual.as("very many parameters")
                .at(usual.target() + "?" + "a=b&".repeat(1200))
                .brokenHttp());
    }

    private void around(List<Shot> odd, Shot usual) {
        Rubbish.METHODS.forEach(method -> odd.add(usual.as("another method").asked(method)));
        odd.add(usual.as("no method").asked("FOO").brokenHttp());
        some(Rubbish.HEADERS, HEADERS_EACH)
                .forEach(
                        header -> odd.add(usual.as("an odd header").with(header).brokenHttp()));
        some(Rubbish.TYPES, VALUES_EACH)
                .forEach(type -> odd.add(
                        usual.as("an odd type").with("Content-Type: " + type).brokenHttp()));
    }

    private void bodies(List<Shot> odd, Shot usual, JsonNode body) {
        for (byte[] whole : some(Rubbish.bodies(body.toString()), BODIES_EACH)) {
            odd.add(usual.as("an odd body").saying(whole));
        }
        List<Function<String, String>> places = new ArrayList<>();
        places(body.deepCopy(), places);
        for (Function<String, String> place : places) {
            for (String value : some(Rubbish.JSON, VALUES_EACH)) {
                odd.add(usual.as("an odd value").saying(place.apply(value)));
            }
        }
        for (String left : body.propertyNames()) {
            ObjectNode less = body.deepCopy().asObject();
            less.remove(left);
            odd.add(usual.as("nothing for " + left).saying(less.toString()));
        }
        odd.add(usual.as("one more member")
                .saying(body.deepCopy().asObject().put("nobody-knows", 1).toString()));
    }

    /** Each place of a body where a value stands, as what the body becomes with another one there. */
    private void places(JsonNode whole, List<Function<String, String>> places) {
        mark(whole, whole, places);
    }

    private void mark(JsonNode whole, JsonNode node, List<Function<String, String>> places) {
        if (node instanceof ObjectNode object) {
            for (String member : List.copyOf(object.propertyNames())) {
                JsonNode before = object.get(member);
                object.put(member, MARK);
                String marked = whole.toString();
                places.add(value -> marked.replace("\"" + MARK + "\"", value));
                object.set(member, before);
                if (!member.equals("calendar")) {
                    mark(whole, before, places);
                }
            }
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            JsonNode before = array.get(0);
            array.set(0, MARK);
            String marked = whole.toString();
            places.add(value -> marked.replace("\"" + MARK + "\"", value));
            array.set(0, before);
            mark(whole, before, places);
        }
    }

    /** Forms as Open311 takes them: a field at a time odd. */
    List<Shot> forms(Shot usual, Map<String, String> fields) {
        List<Shot> odd = new ArrayList<>();
        for (String field : fields.keySet()) {
            for (String word : some(Rubbish.WORDS, VALUES_EACH)) {
                odd.add(usual.as(field + " of the form").saying(form(fields, field, word)));
            }
        }
        for (byte[] whole : Rubbish.bodies(form(fields, "", ""))) {
            odd.add(usual.as("an odd form").saying(whole));
        }
        return odd.stream().map(one -> one.inEnglish(random.nextBoolean())).toList();
    }

    private static String form(Map<String, String> fields, String changed, String word) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(name.equals(changed) ? word : URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }

    private <T> List<T> some(List<T> all, int most) {
        List<T> mixed = new ArrayList<>(all);
        Collections.shuffle(mixed, random);
        return mixed.subList(0, Math.min(most, mixed.size()));
    }
}
