package io.coffer.documents;

import static io.coffer.documents.Addressee.last;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import io.coffer.documents.Sources.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Follows one message through the code that handles it: only the branches that are meant for it, and what they call. */
final class Walk extends TreeScanner<@Nullable Void, Source> {

    private static final Pattern CARRIED = Pattern.compile(".*\\.subject\\(\\)\\.command");

    private final Addressee addressee;
    private final Map<String, List<Source>> classes;
    private final Set<Tree> seen = new HashSet<>();

    /** What was constructed, by its name as far as it is known, and in which classes. */
    final Map<String, Set<Source>> created = new TreeMap<>();

    final Set<String> literals = new TreeSet<>();

    /** Classes with a switch arm for the message that does something. */
    final Set<Source> handlers = new HashSet<>();

    /** Whether the message itself says which command follows. */
    boolean carriesCommand;

    Walk(Addressee addressee, Map<String, List<Source>> classes) {
        this.addressee = addressee;
        this.classes = classes;
    }

    /** Begins at every method that takes the message. */
    Walk from(Source source) {
        return enter(source, addressee::isTaker);
    }

    /** Begins at every method that is not made for other messages. */
    Walk fromAnywhereIn(Source source) {
        return enter(source, method -> !addressee.isForOthers(method));
    }

    private Walk enter(Source source, Predicate<MethodTree> entrance) {
        source.methods().stream().filter(entrance).filter(seen::add).forEach(method -> scan(method.getBody(), source));
        return this;
    }

    private void enter(@Nullable Source source, String name) {
        if (source != null) {
            enter(source, method -> method.getName().contentEquals(name) && !addressee.isForOthers(method));
        }
    }

    @Override
    public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, Source in) {
        return arms(tree.getCases(), in);
    }

    @Override
    public @Nullable Void visitSwitch(SwitchTree tree, Source in) {
        return arms(tree.getCases(), in);
    }

    private @Nullable Void arms(List<? extends CaseTree> cases, Source in) {
        if (cases.stream().noneMatch(addressee::speaksOfMessages)) {
            return scan(cases, in);
        }
        for (var arm : cases.stream().filter(addressee::isMeant).toList()) {
            if (!Arms.isIdle(arm)) {
                handlers.add(in);
            }
            scan(arm, in);
        }
        return null;
    }

    @Override
    public @Nullable Void visitConditionalExpression(ConditionalExpressionTree tree, Source in) {
        return branch(tree.getCondition(), tree.getTrueExpression(), tree.getFalseExpression(), in);
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, Source in) {
        return branch(tree.getCondition(), tree.getThenStatement(), tree.getElseStatement(), in);
    }

    private @Nullable Void branch(ExpressionTree condition, Tree then, @Nullable Tree otherwise, Source in) {
        scan(condition, in);
        var asked = addressee.asked(condition);
        if (asked == null || addressee.covers(asked)) {
            scan(then, in);
        }
        if (asked == null || !addressee.covers(asked)) {
            scan(otherwise, in);
        }
        return null;
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, Source in) {
        var written = tree.getIdentifier().toString();
        created.computeIfAbsent(in.imports().getOrDefault(written, written), _ -> new HashSet<>())
                .add(in);
        return super.visitNewClass(tree, in);
    }

    @Override
    public @Nullable Void visitLiteral(LiteralTree tree, Source in) {
        literals.add(String.valueOf(tree.getValue()));
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, Source in) {
        carriesCommand |= CARRIED.matcher(tree.getMethodSelect().toString()).matches();
        switch (tree.getMethodSelect()) {
            case IdentifierTree own -> enter(in, own.getName().toString());
            case MemberSelectTree other ->
                enter(owner(other.getExpression(), in), other.getIdentifier().toString());
            default -> {}
        }
        return super.visitMethodInvocation(tree, in);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, Source in) {
        enter(owner(tree.getQualifierExpression(), in), tree.getName().toString());
        return super.visitMemberReference(tree, in);
    }

    private @Nullable Source owner(ExpressionTree expression, Source in) {
        return last(expression).equals("this") ? in : called(last(expression), in);
    }

    /** Of two classes of one name the neighbour is meant. */
    private @Nullable Source called(String name, Source by) {
        var named = classes.getOrDefault(name, List.of());
        return named.stream()
                .filter(one -> one.isNeighbourOf(by))
                .findFirst()
                .or(() -> named.stream().findFirst())
                .orElse(null);
    }
}
