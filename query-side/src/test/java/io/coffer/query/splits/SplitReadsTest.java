package io.coffer.query.splits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.Role;
import io.coffer.api.kernel.TenantId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.PayeeRefusal;
import io.coffer.api.splits.SplitEvent.SplitApproved;
import io.coffer.api.splits.SplitEvent.SplitBlocked;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitDefined;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitPayeeAnswered;
import io.coffer.api.splits.SplitEvent.SplitRejected;
import io.coffer.api.splits.SplitEvent.SplitReserved;
import io.coffer.api.splits.SplitEvent.SplitReturnCancelled;
import io.coffer.api.splits.SplitEvent.SplitReturnLegTold;
import io.coffer.api.splits.SplitEvent.SplitReturnPromised;
import io.coffer.api.splits.SplitEvent.SplitReturnStarted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitTerms;
import io.coffer.query.Purchase;
import io.coffer.query.TestLog;
import io.coffer.query.TestProjections;
import io.coffer.query.kernel.Booked;
import io.coffer.query.kernel.Poison;
import io.coffer.query.kernel.Reads;
import io.coffer.query.replay.ReadSide;
import io.coffer.query.splits.SplitState.Return.Standing;
import io.coffer.query.splits.SplitState.Status;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Reads of splits")
class SplitReadsTest {

    private static final Actor SERVICE = Actor.institution("sina", Set.of(Role.CUSTOMER_SERVICE));
    private static final Actor ADAPTER = Actor.institution("bank", Set.of(Role.BANK_ADAPTER));
    private static final TenantId TENANT = new TenantId("acme");
    private static final Actor ACME = Actor.tenant(TENANT, "acme-system", Set.of(Role.BUSINESS));
    private static final Actor RIVAL = Actor.tenant(new TenantId("rival"), "rival-system", Set.of(Role.BUSINESS));

    private static final Purchase PURCHASE = Purchase.of("acme", "PAY-1");
    private static final MerchantFeeAccountId ONE = MerchantFeeAccountId.of(TENANT, "M-1");
    private static final MerchantFeeAccountId TWO = MerchantFeeAccountId.of(TENANT, "M-2");
    private static final SplitId SPLIT = SplitId.of(TENANT, "SP-1");
    private static final RefundId REFUND = PURCHASE.refund("RF-1");
    private static final List<SplitLeg> LEGS =
            List.of(new SplitLeg(ONE, Money.yuan(600)), new SplitLeg(TWO, Money.yuan(300)));
    private static final List<SplitLeg> BACK =
            List.of(new SplitLeg(ONE, Money.yuan(60)), new SplitLeg(TWO, Money.yuan(30)));
    private static final SplitTerms TERMS =
            new SplitTerms(PURCHASE.contract(), PURCHASE.order(), Money.yuan(1_000), LEGS, Money.yuan(100));
    private static final SplitApproved APPROVED = new SplitApproved(
            SPLIT, PURCHASE.contract(), PURCHASE.order(), TERMS.base(), Optional.of("AR:acme:split:SP-1"));
    private static final SplitReserved RESERVED = new SplitReserved(SPLIT, LEGS, Optional.empty());

    private final ReadSide side = new ReadSide(TestProjections.split());
    private final SplitController splits = new SplitController(
            new Reads(JdbcClient.create(side.database.runtime()), List.of(TestProjections.split())));

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void follow_a_split_to_its_payees_and_back() {
        side.log.append(defined(SPLIT, 1), APPROVED, RESERVED);
        assertThat(read().state()).isEqualTo(Status.RESERVED);
        side.log.append(
                new SplitPayeeAnswered(SPLIT, ONE, Optional.empty()),
                new SplitPayeeAnswered(SPLIT, TWO, Optional.empty()),
                new SplitExecuted(SPLIT, TERMS),
                new SplitReturnPromised(SPLIT, REFUND, BACK));
        var done = read();
        assertThat(done.state()).isEqualTo(Status.EXECUTED);
        assertThat(done.executedAt()).isEqualTo(TestLog.NOON);
        assertThat(done.approvalId()).isEqualTo("AR:acme:split:SP-1");
        assertThat(done.amount()).isEqualTo(Amount.of(Money.yuan(1_000)));
        assertThat(done.fee()).isEqualTo(Amount.of(Money.yuan(100)));
        assertThat(done.returns().getFirst().state()).isEqualTo(Standing.PROMISED);
        assertThat(done.returns().getFirst().legs().getFirst().gap()).isNull();

        side.log.append(
                new SplitReturnStarted(SPLIT, REFUND, BACK), new SplitReturnLegTold(SPLIT, REFUND, TWO, Money.fen(7)));
        var waiting = read();
        assertThat(waiting.returns().getFirst().state()).isEqualTo(Standing.STARTED);
        assertThat(waiting.returns().getFirst().legs().getLast().gap()).isEqualTo(Amount.of(Money.fen(7)));
        assertThat(waiting.legs().getFirst().returned()).isEqualTo(Amount.of(Money.ZERO));

        side.log.append(new SplitReturned(SPLIT, REFUND, TERMS.contract(), TERMS.order(), BACK));
        var back = read();
        assertThat(back.returns().getFirst().state()).isEqualTo(Standing.RETURNED);
        assertThat(back.legs())
                .containsExactly(
                        new SplitView.LegView(ONE.value(), Amount.of(Money.yuan(600)), Amount.of(Money.yuan(60))),
                        new SplitView.LegView(TWO.value(), Amount.of(Money.yuan(300)), Amount.of(Money.yuan(30))));
        assertThat(back.version()).isEqualTo(9);
    }

    @Test
    void say_why_a_split_is_not_to_be() {
        var rejected = fold(defined(SPLIT, 1), new SplitRejected(SPLIT, TERMS.contract(), "NO"));
        assertThat(rejected.state()).isEqualTo(Status.REJECTED);
        assertThat(rejected.reason()).isEqualTo("NO");
        var cancelled = fold(defined(SPLIT, 1), new SplitCancelled(SPLIT, TERMS.contract(), "NOT_WANTED"));
        assertThat(cancelled.state()).isEqualTo(Status.CANCELLED);
        var shortOf =
                fold(defined(SPLIT, 0), APPROVED, new SplitBlocked(SPLIT, TERMS.contract(), Money.fen(1), List.of()));
        assertThat(shortOf.state()).isEqualTo(Status.BLOCKED);
        assertThat(shortOf.gap()).isEqualTo(Amount.of(Money.fen(1)));
        var refused = fold(
                defined(SPLIT, 0),
                APPROVED,
                RESERVED,
                new SplitBlocked(SPLIT, TERMS.contract(), Money.ZERO, List.of(new PayeeRefusal(TWO, "NOT_FOUND"))));
        assertThat(refused.refusals()).containsExactly(new SplitView.RefusalView(TWO.value(), "NOT_FOUND"));
        assertThat(refused.reason()).isNull();
        var stopped = fold(
                defined(SPLIT, 0),
                APPROVED,
                RESERVED,
                new SplitBlocked(SPLIT, TERMS.contract(), Money.ZERO, List.of(), Optional.of("SPLITS_ARE_STOPPED")));
        assertThat(stopped.reason()).isEqualTo("SPLITS_ARE_STOPPED");
    }

    @Test
    void keep_what_payees_did_not_give_back_with_them() {
        var kept = fold(
                defined(SPLIT, 0),
                APPROVED,
                RESERVED,
                new SplitExecuted(SPLIT, TERMS),
                new SplitReturnPromised(SPLIT, REFUND, BACK),
                new SplitReturnCancelled(SPLIT, REFUND, BACK, false, "NOT_WANTED"));

        assertThat(kept.returns().getFirst().state()).isEqualTo(Standing.CANCELLED);
        assertThat(kept.legs().getFirst().returned()).isEqualTo(Amount.of(Money.ZERO));
    }

    @Test
    void list_by_contract_merchant_order_and_state() {
        side.log.append(defined(SPLIT, 1), APPROVED);
        side.log.append(defined(SplitId.of(TENANT, "SP-2"), 1));
        side.log.append(new SplitDefined(
                SplitId.of(new TenantId("rival"), "SP-3"),
                new SplitTerms(
                        Purchase.of("rival", "PAY-9").contract(),
                        Purchase.of("rival", "PAY-9").order(),
                        Money.fen(1),
                        List.of(),
                        Money.fen(1)),
                "rival-system",
                0));
        side.awaitHead();

        assertThat(list(ACME, null, null, null, null)).containsExactly("SI:acme:SP-1", "SI:acme:SP-2");
        assertThat(list(SERVICE, null, null, null, null)).hasSize(3);
        assertThat(list(SERVICE, Status.APPROVED, null, null, null)).containsExactly("SI:acme:SP-1");
        assertThat(list(SERVICE, null, "MB:acme:M-1", null, null)).hasSize(2);
        assertThat(list(SERVICE, null, null, "MC:rival:M-1:L-1", null)).containsExactly("SI:rival:SP-3");
        assertThat(list(SERVICE, null, null, null, "PO:acme:PAY-1")).hasSize(2);
        assertThat(list(ACME, null, null, "MC:rival:M-1:L-1", null)).isEmpty();
    }

    @Test
    void are_for_the_splits_own_tenant_and_the_institution() {
        side.log.append(defined(SPLIT, 1));
        side.awaitHead();

        assertThatThrownBy(() -> splits.one(RIVAL, SPLIT.value(), null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> splits.one(SERVICE, "SI:acme:NEVER-WAS", null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> splits.one(SERVICE, "PO:acme:SP-1", null)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> splits.one(ADAPTER, SPLIT.value(), null)).hasMessage("NOT_PERMITTED");
    }

    @Test
    void are_made_of_the_splits_own_events_from_its_definition_on() {
        assertThatExceptionOfType(Poison.class).isThrownBy(() -> fold(APPROVED));
        assertThatExceptionOfType(Poison.class).isThrownBy(() -> fold(PURCHASE.captured()));
        assertThatThrownBy(() -> fold(defined(SPLIT, 0), defined(SPLIT, 0))).hasMessageContaining("Defined twice");
    }

    private static SplitDefined defined(SplitId split, int checkers) {
        return new SplitDefined(split, TERMS, "acme-system", checkers);
    }

    private SplitView read() {
        side.awaitHead();
        return Objects.requireNonNull(splits.one(ACME, SPLIT.value(), null).getBody());
    }

    private List<String> list(
            Actor actor,
            @Nullable Status state,
            @Nullable String merchant,
            @Nullable String contract,
            @Nullable String order) {
        return Objects.requireNonNull(splits.list(actor, state, merchant, contract, order, null, 50, null)
                        .getBody())
                .items()
                .stream()
                .map(SplitView::id)
                .toList();
    }

    private static SplitView fold(DomainEvent... events) {
        var folding = new SplitFolding();
        @Nullable SplitState state = null;
        var position = 0L;
        for (var event : events) {
            position++;
            state = folding.after(
                    state,
                    new Booked(
                            position, event.source().toString(), position - 1, TestLog.NOON, "event", Map.of(), event));
        }
        return SplitView.of(Objects.requireNonNull(state));
    }
}
