package org.huiyin.programme;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compiles conditions. CEL is only loaded when the first condition is compiled, and a condition only when it is first asked, so that
 * starting does not pay for it.
 */
final class Conditions {

    private static final Pattern LAST = Pattern.compile("\\blast\\s*\\.\\s*(\\w+)");

    private Conditions() {}

    /** The steps whose forms an expression looks at, as {@code last.request_extension.days} does. */
    static Set<String> recalled(String source) {
        return LAST.matcher(source)
                .results()
                .map(match -> match.group(1).replace('_', '-'))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Loaded on first use. */
    private static final class Cel {
        static final CelCompiler COMPILER = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(CelOptions.current().build())
                .setStandardMacros(CelStandardMacro.ALL, CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE)
                .addMacros(CelMacro.newGlobalMacro(
                        "has",
                        1,
                        (make, target, args) -> Optional.of(make.newGlobalCall(
                                "_!=_",
                                args.getFirst(),
                                make.newConstant(dev.cel.common.ast.CelConstant.ofValue(
                                        dev.cel.common.values.NullValue.NULL_VALUE))))))
                .addVar("fields", MapType.create(SimpleType.STRING, SimpleType.DYN))
                .addVar("times", MapType.create(SimpleType.STRING, SimpleType.INT))
                .addVar("last", MapType.create(SimpleType.STRING, MapType.create(SimpleType.STRING, SimpleType.DYN)))
                .addVar("overdue", MapType.create(SimpleType.STRING, SimpleType.BOOL))
                .addVar("round", SimpleType.INT)
                .addVar("state", SimpleType.STRING)
                .addVar("kind", SimpleType.STRING)
                .addVar("urgency", SimpleType.STRING)
                .addVar("category", SimpleType.STRING)
                .addVar("by", SimpleType.STRING)
                .addVar("handled", SimpleType.BOOL)
                .addVar("asker", SimpleType.STRING)
                .addVar("own", SimpleType.BOOL)
                .addVar("holding", SimpleType.INT)
                .setResultType(SimpleType.BOOL)
                .build();
        static final CelRuntime RUNTIME =
                CelRuntimeFactory.plannerRuntimeBuilder().build();
    }

    /** What counting may look at besides; loaded on first use. */
    private static final class Counting {
        static final CelCompiler COMPILER = Cel.COMPILER
                .toCompilerBuilder()
                .addVar("left", MapType.create(SimpleType.STRING, SimpleType.INT))
                .addVar("to", SimpleType.STRING)
                .build();
    }

    /** A condition that is compiled when it is first asked. */
    static Condition lazy(String source) {
        return new Condition(source, new Lazy(() -> compile(Cel.COMPILER, source)));
    }

    /**
     * A condition of something that is counted. It may ask besides: {@code to} (the state the step leads to), {@code left} (clock name →
     * minutes left when the step was taken, -1 for none or none left); {@code by} is the role of whoever took it.
     */
    static Condition counting(String source) {
        return new Condition(source, new Lazy(() -> compile(Counting.COMPILER, source)));
    }

    /** What is wrong with an expression; empty when it compiles. */
    static List<Mistake> mistakes(String source) {
        return mistakes(Cel.COMPILER.compile(source));
    }

    static List<Mistake> countingMistakes(String source) {
        return mistakes(Counting.COMPILER.compile(source));
    }

    private static List<Mistake> mistakes(CelValidationResult result) {
        return result.getErrors().stream().map(Conditions::mistake).toList();
    }

    /** One mistake in an expression, {@code column} counted from 1. */
    record Mistake(int column, String message) {}

    private static Mistake mistake(CelIssue issue) {
        return new Mistake(issue.getSourceLocation().getColumn() + 1, issue.getMessage());
    }

    private static Predicate<Map<String, Object>> compile(CelCompiler compiler, String source) {
        try {
            CelAbstractSyntaxTree tree = compiler.compile(source).getAst();
            CelRuntime.Program program = Cel.RUNTIME.createProgram(tree);
            return variables -> holds(program, variables);
        } catch (CelValidationException | CelEvaluationException e) {
            throw new IllegalStateException("Not a condition: " + source, e);
        }
    }

    private static boolean holds(CelRuntime.Program program, Map<String, Object> variables) {
        try {
            return Boolean.TRUE.equals(program.eval(name -> Optional.of(Situation.value(name, variables))));
        } catch (CelEvaluationException e) {
            return false;
        }
    }

    private static final class Lazy implements Predicate<Map<String, Object>> {
        private final Supplier<Predicate<Map<String, Object>>> compiling;
        private volatile @Nullable Predicate<Map<String, Object>> compiled;

        Lazy(Supplier<Predicate<Map<String, Object>>> compiling) {
            this.compiling = compiling;
        }

        @Override
        public boolean test(Map<String, Object> variables) {
            Predicate<Map<String, Object>> ready = compiled;
            if (ready == null) {
                ready = compiling.get();
                compiled = ready;
            }
            return ready.test(variables);
        }
    }
}
