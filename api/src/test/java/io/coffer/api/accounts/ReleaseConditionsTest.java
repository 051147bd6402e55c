package io.coffer.api.accounts;

import static io.coffer.api.accounts.ReleaseCondition.BUYER_CONFIRMED;
import static io.coffer.api.accounts.ReleaseCondition.DOC_REVIEW_PASSED;
import static io.coffer.api.accounts.ReleaseCondition.SELLER_CONFIRMED;
import static io.coffer.api.accounts.ReleaseCondition.TRANSFER_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Release conditions")
class ReleaseConditionsTest {

    private static final ReleaseConditions TRANSFER = new ReleaseConditions.Single(TRANSFER_REGISTERED);
    private static final ReleaseConditions BUYER = new ReleaseConditions.Single(BUYER_CONFIRMED);
    private static final ReleaseConditions SELLER = new ReleaseConditions.Single(SELLER_CONFIRMED);

    /** The transfer is registered, and the buyer or the seller agrees. */
    private static final ReleaseConditions TREE =
            new ReleaseConditions.AllOf(List.of(TRANSFER, new ReleaseConditions.AnyOf(List.of(BUYER, SELLER))));

    @Test
    void of_one_fact_are_met_by_it_alone() {
        assertThat(TRANSFER.areMetBy(Set.of(TRANSFER_REGISTERED))).isTrue();
        assertThat(TRANSFER.areMetBy(Set.of(BUYER_CONFIRMED))).isFalse();
        assertThat(TRANSFER.areMetBy(Set.of())).isFalse();
    }

    @Test
    void of_a_tree_are_met_by_all_of_the_whole_and_any_of_the_branch() {
        assertThat(TREE.areMetBy(Set.of(TRANSFER_REGISTERED, BUYER_CONFIRMED))).isTrue();
        assertThat(TREE.areMetBy(Set.of(TRANSFER_REGISTERED, SELLER_CONFIRMED))).isTrue();
        assertThat(TREE.areMetBy(Set.of(TRANSFER_REGISTERED))).isFalse();
        assertThat(TREE.areMetBy(Set.of(BUYER_CONFIRMED, SELLER_CONFIRMED))).isFalse();
    }

    @Test
    void are_not_met_by_facts_that_nobody_agreed_on() {
        assertThat(TREE.areMetBy(Set.of(TRANSFER_REGISTERED, DOC_REVIEW_PASSED)))
                .isFalse();
    }

    @Test
    void name_every_fact_once_wherever_it_stands() {
        var twice = new ReleaseConditions.AnyOf(List.of(TREE, TRANSFER));

        assertThat(twice.named()).containsExactly(TRANSFER_REGISTERED, BUYER_CONFIRMED, SELLER_CONFIRMED);
        assertThat(TRANSFER.named()).containsExactly(TRANSFER_REGISTERED);
    }

    @Test
    void know_how_deep_they_are() {
        assertThat(TRANSFER.depth()).isEqualTo(1);
        assertThat(TREE.depth()).isEqualTo(3);
        assertThat(new ReleaseConditions.AllOf(List.of()).depth()).isEqualTo(1);
        assertThat(new ReleaseConditions.AnyOf(List.of(TREE)).depth()).isEqualTo(4);
    }

    @Test
    void stay_as_they_were_agreed_when_the_callers_list_changes() {
        var parts = new ArrayList<ReleaseConditions>(List.of(TRANSFER));
        var all = new ReleaseConditions.AllOf(parts);
        var any = new ReleaseConditions.AnyOf(parts);
        parts.add(BUYER);

        assertThat(all.all()).containsExactly(TRANSFER);
        assertThat(any.any()).containsExactly(TRANSFER);
    }
}
