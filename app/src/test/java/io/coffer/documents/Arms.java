package io.coffer.documents;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells switch arms that do something from those that only say that nothing is to be done. */
final class Arms {

    private static final Set<String> NOTHING = Set.of("List.of()", "Set.of()", "Optional.empty()", "Stream.empty()");

    private Arms() {}

    static boolean isIdle(CaseTree arm) {
        return isIdle(arm.getBody());
    }

    private static boolean isIdle(@Nullable Tree body) {
        return switch (body) {
            case null -> false;
            case BlockTree block -> block.getStatements().isEmpty();
            case ExpressionStatementTree statement -> isIdle(statement.getExpression());
            case IdentifierTree _, LiteralTree _ -> true;
            case MethodInvocationTree call -> NOTHING.contains(call.toString());
            default -> false;
        };
    }
}
