package io.coffer.api.accounts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** When money may be released: a tree of conditions joined by AND and OR. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(ReleaseConditions.AllOf.class),
    @JsonSubTypes.Type(ReleaseConditions.AnyOf.class),
    @JsonSubTypes.Type(ReleaseConditions.Single.class)
})
public sealed interface ReleaseConditions {

    int DEEPEST = 4;
    int WIDEST = 10;

    boolean areMetBy(Set<ReleaseCondition> confirmed);

    /** Every condition named anywhere in the tree. */
    Set<ReleaseCondition> named();

    int depth();

    record AllOf(List<ReleaseConditions> all) implements ReleaseConditions {
        public AllOf {
            all = List.copyOf(all);
        }

        @Override
        public boolean areMetBy(Set<ReleaseCondition> confirmed) {
            return all.stream().allMatch(part -> part.areMetBy(confirmed));
        }

        @Override
        public Set<ReleaseCondition> named() {
            return union(all);
        }

        @Override
        public int depth() {
            return deepest(all);
        }
    }

    record AnyOf(List<ReleaseConditions> any) implements ReleaseConditions {
        public AnyOf {
            any = List.copyOf(any);
        }

        @Override
        public boolean areMetBy(Set<ReleaseCondition> confirmed) {
            return any.stream().anyMatch(part -> part.areMetBy(confirmed));
        }

        @Override
        public Set<ReleaseCondition> named() {
            return union(any);
        }

        @Override
        public int depth() {
            return deepest(any);
        }
    }

    record Single(ReleaseCondition condition) implements ReleaseConditions {
        @Override
        public boolean areMetBy(Set<ReleaseCondition> confirmed) {
            return confirmed.contains(condition);
        }

        @Override
        public Set<ReleaseCondition> named() {
            return Set.of(condition);
        }

        @Override
        public int depth() {
            return 1;
        }
    }

    private static Set<ReleaseCondition> union(List<ReleaseConditions> parts) {
        var names = new TreeSet<ReleaseCondition>();
        parts.forEach(part -> names.addAll(part.named()));
        return names;
    }

    private static int deepest(List<ReleaseConditions> parts) {
        return 1 + parts.stream().mapToInt(ReleaseConditions::depth).max().orElse(0);
    }
}
