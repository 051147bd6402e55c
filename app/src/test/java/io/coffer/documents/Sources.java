package io.coffer.documents;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The classes of a module as their authors wrote them: parsed, not compiled. */
record Sources(List<Source> classes) {

    /** One top-level class and all methods in it, those of nested classes included. */
    record Source(String name, String file, Map<String, String> imports, List<MethodTree> methods) {

        boolean isNamed(String pattern) {
            return name.matches(pattern);
        }

        boolean isNeighbourOf(Source other) {
            return Objects.equals(Path.of(file).getParent(), Path.of(other.file).getParent());
        }

        /** The file as a link from the folder docs. */
        String link() {
            return "[" + name + "](../" + file + ")";
        }
    }

    static Sources of(String module) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                var paths = Files.walk(Repository.file(module + "/src/main/java"))) {
            var java = paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(java));
            var classes = new ArrayList<Source>();
            for (var unit : task.parse()) {
                var file = Repository.file("")
                        .relativize(Path.of(unit.getSourceFile().toUri()));
                for (var type : unit.getTypeDecls()) {
                    if (type instanceof ClassTree tree) {
                        classes.add(new Source(
                                tree.getSimpleName().toString(), file.toString(), imports(unit), methods(tree)));
                    }
                }
            }
            return new Sources(classes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<Source> named(String pattern) {
        return classes.stream().filter(source -> source.isNamed(pattern)).toList();
    }

    /** The classes by name, so that a call of another class can be followed. */
    Map<String, List<Source>> byName() {
        return classes.stream().collect(Collectors.groupingBy(Source::name));
    }

    private static Map<String, String> imports(CompilationUnitTree unit) {
        return unit.getImports().stream()
                .filter(one -> !one.isStatic())
                .map(one -> one.getQualifiedIdentifier().toString())
                .collect(Collectors.toMap(name -> name.substring(name.lastIndexOf('.') + 1), name -> name));
    }

    private static List<MethodTree> methods(ClassTree tree) {
        var methods = new ArrayList<MethodTree>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
                methods.add(method);
                return super.visitMethod(method, null);
            }
        }.scan(tree, null);
        return methods;
    }
}
