package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import io.coffer.api.receipts.ReceiptCommand.SuspendReceipt;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.CommandDatabase;
import io.coffer.command.kernel.DueTask;
import io.coffer.command.kernel.Node;
import io.coffer.command.kernel.People;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A match by payer and amount")
class MatchingTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final EscrowAccountId OTHER = EscrowAccountId.of(People.ACME, "C-2");
    private static final DueTask TASK = new DueTask(RECEIPT.value(), MatchDeadlines.MATCH, 1, 1);
    private static final Money AMOUNT = Money.yuan(1);

    private final Node node = Node.on(CommandDatabase.create());
    private final Identities identities = new RecordedIdentities(node.histories());
    private int key;

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void is_the_only_candidate_and_never_one_of_two() {
        assertThat(Matching.choose(RECEIPT, List.of()))
                .isEqualTo(new SuspendReceipt(RECEIPT, SuspenseReason.NO_VIRTUAL_ACCOUNT));
        assertThat(Matching.choose(RECEIPT, List.of(OTHER)))
                .isEqualTo(new AssignReceipt(RECEIPT, OTHER, Optional.empty(), MatchedBy.PAYER_AND_AMOUNT));
        assertThat(Matching.choose(RECEIPT, List.of(Sale.ACCOUNT, OTHER)))
                .isEqualTo(new SuspendReceipt(RECEIPT, SuspenseReason.AMBIGUOUS, List.of(Sale.ACCOUNT, OTHER)));
    }

    @Test
    void is_looked_for_by_what_the_line_says_and_takes_effect_once_whatever_is_found_then() {
        notice(AMOUNT);
        matching(List.of(OTHER)).handle(TASK);
        assertThat(identities.receipt(RECEIPT).isReservedFor(OTHER)).isTrue();
        var head = node.log().head();
        matching(List.of(Sale.ACCOUNT)).handle(TASK);
        matching(List.of()).handle(TASK);
        assertThat(node.log().head()).isEqualTo(head);
    }

    @Test
    void leaves_alone_what_people_have_decided() {
        notice(AMOUNT);
        give(AssignReceipt.byPeople(RECEIPT, Sale.ACCOUNT), OPERATOR);
        var head = node.log().head();
        matching(List.of(OTHER)).handle(TASK);
        assertThat(node.log().head()).isEqualTo(head);
    }

    @Test
    void is_not_made_while_the_amount_is_in_doubt() {
        notice(AMOUNT);
        notice(AMOUNT.plus(AMOUNT));
        matching(List.of(OTHER)).handle(TASK);
        assertThat(identities.receipt(RECEIPT).stage()).isEqualTo(ReceiptState.Stage.SUSPENDED);
    }

    private Matching matching(List<EscrowAccountId> found) {
        Candidates asked = (CustodyAccount where, String name, Money amount) -> {
            assertThat(where).isEqualTo(Sale.CUSTODY);
            assertThat(name).isEqualTo("H-7");
            assertThat(amount).isEqualTo(AMOUNT);
            return found;
        };
        return new Matching(identities, asked, node.operations());
    }

    private void notice(Money amount) {
        give(
                new RecordReceipt(
                        RECEIPT,
                        amount,
                        Optional.empty(),
                        Optional.of(
                                new BankAccountRef("T-9", "307584007998", "H-7", BankAccountRef.AccountClass.PERSONAL)),
                        Optional.empty(),
                        NOON,
                        Optional.empty()),
                BANK);
    }

    private void give(io.coffer.api.kernel.Command command, io.coffer.api.kernel.Actor actor) {
        node.give(command, actor, "K-" + key++);
    }
}
