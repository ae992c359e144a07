package org.huiyin.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads bodies marked {@link Body}: UTF-8 and nothing else, not too long, no member twice, none unknown, none of another kind. */
final class Bodies implements HandlerMethodArgumentResolver {

    /** Far above the longest form; what is longer is no form. */
    static final int MOST_BYTES = 512 * 1024;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> Stream.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                            .forEach(shape -> text.setCoercion(shape, CoercionAction.Fail)))
            .build();

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.hasParameterAnnotation(Body.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        return read(bytes(request), parameter.getParameterType());
    }

    private static byte[] bytes(HttpServletRequest request) throws IOException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(java.util.Locale.ROOT).matches("application/json *(;.*)?")) {
            throw new ProblemException(Problem.of("unsupported-media-type", 415));
        }
        byte[] body = request.getContentLengthLong() > MOST_BYTES
                ? new byte[MOST_BYTES + 1]
                : request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new ProblemException(Problem.of("body-too-large", 413, MOST_BYTES / 1024));
        }
        return body;
    }

    static Object read(byte[] body, Class<?> type) {
        try {
            JsonNode tree = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
            if (!tree.isObject()) {
                throw malformed("", "object");
            }
            readable(tree, "");
            Object read = JSON.treeToValue(tree, type);
            complete(read, "");
            return read;
        } catch (CharacterCodingException e) {
            throw malformed("", "utf-8");
        } catch (DatabindException e) {
            throw malformed(path(e), "type");
        } catch (JacksonException e) {
            throw new ProblemException(Problem.of("malformed-json", 400)
                    .with("line", e.getLocation() == null ? 0 : e.getLocation().getLineNr())
                    .with(
                            "column",
                            e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
        }
    }

    private static String path(DatabindException e) {
        return e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                .map(step -> step.length() > 60 ? step.substring(0, 60) + "…" : step)
                .collect(Collectors.joining("."));
    }

    /** Nothing anybody writes holds a NUL or half a character, and no table can hold them. */
    private static void readable(JsonNode node, String at) {
        if (node.isString() && unreadable(node.asString())) {
            throw malformed(at, "text");
        }
        for (var member : node.properties()) {
            if (unreadable(member.getKey())) {
                throw malformed(at, "text");
            }
            readable(member.getValue(), under(at, member.getKey()));
        }
        if (node.isArray()) {
            node.values().forEach(value -> readable(value, at + "[]"));
        }
    }

    private static boolean unreadable(String text) {
        return text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Every member that has to be there is. */
    private static void complete(@Nullable Object value, String at) {
        if (value instanceof List<?> list) {
            list.forEach(one -> {
                if (one == null) {
                    throw malformed(at + "[]", "missing");
                }
                complete(one, at + "[]");
            });
        }
        if (value instanceof Record) {
            for (RecordComponent member : value.getClass().getRecordComponents()) {
                Object given = Shapes.value(member, value);
                if (given == null && !Shapes.nullable(member)) {
                    throw malformed(under(at, member.getName()), "missing");
                }
                complete(given, under(at, member.getName()));
            }
        }
    }

    private static String under(String at, String name) {
        String shown = name.length() > 60 ? name.substring(0, 60) + "…" : name;
        return at.isEmpty() ? shown : at + "." + shown;
    }

    /** @param reason what was expected there: {@code object}, {@code utf-8}, {@code text}, {@code type}, {@code missing} */
    private static ProblemException malformed(String field, String reason) {
        return new ProblemException(
                Problem.of("malformed-json", 400).with("field", field).with("reason", reason));
    }
}
