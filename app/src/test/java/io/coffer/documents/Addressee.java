package io.coffer.documents;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.Tree;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which code is meant for a message.
 *
 * @param families every message and every sealed family of them, by simple name
 */
record Addressee(Class<?> message, Map<String, Class<?>> families) {

    boolean speaksOfMessages(CaseTree arm) {
        return types(arm).findAny().isPresent();
    }

    boolean isMeant(CaseTree arm) {
        return types(arm).anyMatch(this::covers);
    }

    boolean covers(Class<?> type) {
        return type.isAssignableFrom(message);
    }

    boolean isTaker(MethodTree method) {
        return taken(method).anyMatch(this::covers);
    }

    boolean isForOthers(MethodTree method) {
        return taken(method).anyMatch(type -> !covers(type));
    }

    /** The kind of message that a condition asks for, if it asks for one and nothing else. */
    @Nullable
    Class<?> asked(ExpressionTree condition) {
        return switch (condition) {
            case ParenthesizedTree inner -> asked(inner.getExpression());
            case InstanceOfTree test ->
                families.get(test.getPattern() == null ? last(test.getType()) : type(test.getPattern()));
            default -> null;
        };
    }

    private Stream<Class<?>> types(CaseTree arm) {
        return arm.getLabels().stream()
                .flatMap(label -> label instanceof PatternCaseLabelTree pattern
                        ? Stream.<Class<?>>ofNullable(families.get(type(pattern.getPattern())))
                        : Stream.empty());
    }

    private Stream<Class<?>> taken(MethodTree method) {
        return method.getParameters().stream()
                .flatMap(parameter -> Stream.<Class<?>>ofNullable(families.get(last(parameter.getType()))));
    }

    private static String type(Tree pattern) {
        return switch (pattern) {
            case BindingPatternTree binding -> last(binding.getVariable().getType());
            case DeconstructionPatternTree record -> last(record.getDeconstructor());
            default -> "";
        };
    }

    /** The simple name at the end of a qualified one. */
    static String last(@Nullable Tree name) {
        return switch (name) {
            case IdentifierTree identifier -> identifier.getName().toString();
            case MemberSelectTree select -> select.getIdentifier().toString();
            case null, default -> "";
        };
    }
}
