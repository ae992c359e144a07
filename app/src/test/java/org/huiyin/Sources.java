package org.huiyin;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The source files of the project, and the classes and methods the compiler sees in them. */
final class Sources {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Sources() {}

    /** Files below a folder of the project whose names end so. */
    static List<Path> files(String folder, String ending) {
        var start = ROOT.resolve(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (var paths = Files.walk(start)) {
            return paths.filter(path -> path.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> java() {
        return Stream.of("app/src/main/java", "app/src/test/java", "bench/src/main/java")
                .flatMap(folder -> files(folder, ".java").stream())
                .toList();
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every class and method of some files. */
    static List<Part> parts(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
            var task = (JavacTask)
                    compiler.getTask(null, manager, null, List.of(), null, manager.getJavaFileObjectsFromPaths(files));
            var parts = new ArrayList<Part>();
            for (var unit : task.parse()) {
                new Finder(unit, Trees.instance(task), parts).scan(unit, null);
            }
            return parts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A class, method or constructor.
     *
     * @param lines from its first line, comments before it not counted, to its last
     * @param parameters of a method or constructor; 0 in records, which may have many
     */
    record Part(String file, Kind kind, String name, long lines, int parameters) {

        enum Kind {
            CLASS,
            METHOD,
            CONSTRUCTOR
        }
    }

    private static final class Finder extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final Trees trees;
        private final List<Part> parts;
        private boolean inRecord;

        Finder(CompilationUnitTree unit, Trees trees, List<Part> parts) {
            this.unit = unit;
            this.trees = trees;
            this.parts = parts;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            add(Part.Kind.CLASS, type.getSimpleName().toString(), type, 0);
            var outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            super.visitClass(type, nothing);
            inRecord = outer;
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var name = method.getName().toString();
            var kind = name.equals("<init>") ? Part.Kind.CONSTRUCTOR : Part.Kind.METHOD;
            add(kind, name, method, inRecord ? 0 : method.getParameters().size());
            return super.visitMethod(method, nothing);
        }

        private void add(Part.Kind kind, String name, Tree tree, int parameters) {
            var positions = trees.getSourcePositions();
            var map = unit.getLineMap();
            var first = map.getLineNumber(positions.getStartPosition(unit, tree));
            var last = map.getLineNumber(positions.getEndPosition(unit, tree));
            parts.add(new Part(name(Path.of(unit.getSourceFile().toUri())), kind, name, last - first + 1, parameters));
        }
    }
}
