package io.coffer.command.kernel;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.Command;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.AcceptPayout;
import io.coffer.api.payouts.PayoutCommand.CreatePayout;
import io.coffer.api.payouts.PayoutCommand.SubmitPayout;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSource;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReleaseReceipt;
import io.coffer.api.receipts.ReceiptRejection.NotTheReservation;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.command.accounts.Sale;
import io.coffer.platform.web.RejectionException;
import io.coffer.platform.web.UnavailableException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An aggregate in memory")
class AggregatesTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X");
    private static final EscrowAccountId OTHER_ACCOUNT = EscrowAccountId.of(People.ACME, "C-2");
    private static final AtomicInteger KEYS = new AtomicInteger();

    private final CommandDatabase database = CommandDatabase.create();
    private final Traffic traffic = new Traffic();
    private final Node node = Node.on(database, traffic.on(database.runtime("store")));
    private final Node other = Node.on(database);

    @AfterEach
    void close() {
        node.close();
        other.close();
    }

    /** A process asks once for the number of each kind of event, with a statement of its own. */
    private void knowTheKinds() {
        var another = Sale.receipt("Y");
        give(
                node,
                new RecordReceipt(
                        another,
                        Money.fen(1),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.EPOCH,
                        Optional.empty()),
                BANK);
        give(node, AssignReceipt.byPeople(another, Sale.ACCOUNT), POLICY);
    }

    @Test
    void costs_one_statement_when_it_is_new_and_one_when_it_is_known() {
        knowTheKinds();
        assertThat(traffic.statementsOf(() -> give(node, recorded(), BANK))).isEqualTo(1);
        assertThat(traffic.statementsOf(() -> give(node, assigned(Sale.ACCOUNT), POLICY)))
                .isEqualTo(1);
    }

    @Test
    void is_read_with_one_statement_when_it_is_not_known() {
        knowTheKinds();
        give(other, recorded(), BANK);

        assertThat(traffic.statementsOf(() -> give(node, assigned(Sale.ACCOUNT), POLICY)))
                .isEqualTo(2);
    }

    @Test
    void that_is_behind_costs_one_more_try() {
        give(node, recorded(), BANK);
        give(other, assigned(Sale.ACCOUNT), POLICY);

        // On what the node remembers, the receipt is free.
        assertThatExceptionOfType(RejectionException.class)
                .isThrownBy(() -> give(node, assigned(OTHER_ACCOUNT), POLICY))
                .extracting(RejectionException::rejection)
                .isEqualTo(new ReceiptNotFree("ASSIGNED"));
        assertThat(give(node, released(), POLICY).version()).contains(2L);
    }

    @Test
    void that_is_behind_refuses_nothing() {
        give(node, recorded(), BANK);
        assertThatExceptionOfType(RejectionException.class)
                .isThrownBy(() -> give(node, released(), POLICY))
                .extracting(RejectionException::rejection)
                .isEqualTo(new NotTheReservation(Sale.ACCOUNT.value()));

        give(other, assigned(Sale.ACCOUNT), POLICY);

        assertThat(give(node, released(), POLICY).events()).containsExactly("receipts.BankReceiptReleased");
    }

    @Test
    void that_is_behind_takes_no_wish_for_fulfilled() {
        give(node, recorded(), BANK);
        give(node, assigned(Sale.ACCOUNT), POLICY);
        give(node, released(), POLICY);
        assertThat(give(node, released(), POLICY).events()).isEmpty();

        give(other, assigned(Sale.ACCOUNT), OPERATOR);

        assertThat(give(node, released(), POLICY).events()).containsExactly("receipts.BankReceiptReleased");
    }

    @Test
    void that_was_taken_for_new_but_is_there_is_decided_again() {
        give(other, recorded(), BANK);

        assertThat(give(node, recorded(), BANK).events()).isEmpty();
        assertThat(node.log().head()).isEqualTo(1);
    }

    /** The time of an event is the store's; Axon's own message has another. */
    @Test
    void is_what_the_store_would_tell() {
        var payout = PayoutId.ofRelease(Sale.ACCOUNT, "R-1");
        var from = new PayoutSource.EscrowRelease(Sale.ACCOUNT, "R-1");
        give(node, new CreatePayout(payout, from, Money.fen(1), Sale.SELLER.account(), Sale.CUSTODY), POLICY);
        give(node, new SubmitPayout(payout, false), POLICY);
        give(node, new AcceptPayout(payout), POLICY);

        give(other, new AcceptPayout(payout), POLICY);

        assertThat(node.cached(payout)).usingRecursiveComparison().isEqualTo(other.cached(payout));
    }

    @Test
    void is_forgotten_when_nobody_knows_whether_its_event_was_stored() {
        knowTheKinds();
        give(node, recorded(), BANK);
        traffic.loseNextAnswer();

        assertThatExceptionOfType(UnavailableException.class)
                .isThrownBy(() -> node.give(assigned(Sale.ACCOUNT), POLICY, "cut"));

        assertThat(node.cached(RECEIPT)).isNull();
        var answer = node.give(assigned(Sale.ACCOUNT), POLICY, "cut");
        assertThat(answer.replayed()).isTrue();
        assertThat(answer.events()).containsExactly("receipts.BankReceiptAssigned");
        assertThat(node.log().head()).isEqualTo(4);
    }

    @Test
    void says_how_often_it_was_there() {
        give(node, recorded(), BANK);
        give(node, assigned(Sale.ACCOUNT), POLICY);
        give(node, released(), POLICY);

        assertThat(node.cache().stats().hitCount()).isEqualTo(2);
        assertThat(node.cache().stats().missCount()).isEqualTo(1);
    }

    private static Answer give(Node node, Command command, Actor actor) {
        return node.give(command, actor, "K-" + KEYS.incrementAndGet());
    }

    private static RecordReceipt recorded() {
        return new RecordReceipt(
                RECEIPT,
                Money.fen(1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
    }

    private static AssignReceipt assigned(EscrowAccountId account) {
        return AssignReceipt.byPeople(RECEIPT, account);
    }

    private static ReleaseReceipt released() {
        return new ReleaseReceipt(RECEIPT, Sale.ACCOUNT, SuspenseReason.TARGET_REFUSED, "X");
    }
}
