package org.huiyin.api;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.key.Scope;
import org.huiyin.key.ScopeGate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Finds every address of the API in the controllers themselves, so that no description of it can differ from it. */
@Component
class Operations {

    static final String ROOT = "/api/v1/";

    private final RequestMappingHandlerMapping mappings;

    Operations(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    /** All of them, by path and method. */
    List<Operation> all() {
        return mappings.getHandlerMethods().entrySet().stream()
                .flatMap(entry -> of(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing(Operation::path).thenComparing(Operation::method))
                .toList();
    }

    private static Stream<Operation> of(RequestMappingInfo mapping, HandlerMethod method) {
        return mapping.getPatternValues().stream()
                .filter(path -> path.startsWith(ROOT))
                .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                        .map(asked -> of(asked.name(), path, method)));
    }

    private static Operation of(String asked, String path, HandlerMethod method) {
        List<Operation.Parameter> parameters = new ArrayList<>();
        Class<?> body = null;
        boolean files = false;
        for (MethodParameter parameter : method.getMethodParameters()) {
            Operation.Parameter described = parameter(parameter);
            if (described != null) {
                parameters.add(described);
            }
            if (parameter.hasParameterAnnotation(Body.class)) {
                body = parameter.getParameterType();
            }
            files |= parameter.getParameterType() == MultipartHttpServletRequest.class;
        }
        boolean keyed = parameters.stream().anyMatch(one -> one.name().equals(RepeatGate.HEADER));
        if (asked.equals("POST") && !keyed) {
            parameters.add(new Operation.Parameter(RepeatGate.HEADER, "header", false));
        }
        Type answer = answer(method.getMethod().getGenericReturnType());
        ResponseStatus status = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), ResponseStatus.class);
        return new Operation(
                asked,
                path,
                group(method.getBeanType()),
                method.getMethod().getName(),
                scopes(method),
                OpenPaths.open(path.replaceAll("\\{[^}]*}", "0")),
                parameters,
                body,
                files,
                answer,
                status != null ? status.code().value() : answer == null ? 204 : 200);
    }

    private static Operation.@Nullable Parameter parameter(MethodParameter parameter) {
        PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (path != null) {
            return new Operation.Parameter(named(path.name(), parameter), "path", true);
        }
        if (query != null) {
            boolean required = query.defaultValue().equals(ValueConstants.DEFAULT_NONE);
            return new Operation.Parameter(named(query.name(), parameter), "query", required);
        }
        return header == null ? null : new Operation.Parameter(header.name(), "header", false);
    }

    private static String named(String given, MethodParameter parameter) {
        String name = parameter.getParameter().getName();
        return given.isEmpty() ? name : given;
    }

    /** What is inside a response entity; null for nothing. */
    private static @Nullable Type answer(Type returned) {
        Type inner = returned instanceof ParameterizedType generic && generic.getRawType() == ResponseEntity.class
                ? generic.getActualTypeArguments()[0]
                : returned;
        return inner == Void.class || inner == void.class ? null : inner;
    }

    private static List<Scope> scopes(HandlerMethod method) {
        List<Scope> needed = ScopeGate.needed(method);
        if (needed.isEmpty()) {
            throw new IllegalStateException(method + " names no scope; see Scoped");
        }
        return needed;
    }

    private static String group(Class<?> controller) {
        String name = controller.getSimpleName().replaceAll("(Api|Page)$", "");
        return name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
