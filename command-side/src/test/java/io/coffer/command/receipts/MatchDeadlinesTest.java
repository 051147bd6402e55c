package io.coffer.command.receipts;

import static io.coffer.command.kernel.Scenario.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.NumberDoubt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.Clear;
import io.coffer.command.kernel.DeadlineRule.DeadlineChange.Set;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The deadline of a match")
class MatchDeadlinesTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private final MatchDeadlines deadlines = new MatchDeadlines();

    @Test
    void is_at_once_for_a_receipt_that_names_its_payer_only_until_it_is_decided() {
        assertThat(deadlines.after(recorded(Optional.empty(), "H-7", Optional.empty()), NOON))
                .containsExactly(new Set("receipt.match", NOON));
        assertThat(deadlines.after(new BankReceiptSuspended(RECEIPT, SuspenseReason.AMBIGUOUS), NOON))
                .containsExactly(new Clear("receipt.match"));
    }

    @Test
    void is_not_set_for_what_is_matched_by_its_number_or_by_people() {
        assertThat(deadlines.after(recorded(Optional.of(Sale.NUMBER), "H-7", Optional.empty()), NOON))
                .isEmpty();
        assertThat(deadlines.after(recorded(Optional.empty(), BankAccountRef.UNNAMED, Optional.empty()), NOON))
                .isEmpty();
        assertThat(deadlines.after(recorded(Optional.empty(), "H-7", Optional.of(NumberDoubt.MALFORMED)), NOON))
                .isEmpty();
    }

    private static BankReceiptRecorded recorded(
            Optional<VirtualAccountId> number, String name, Optional<NumberDoubt> doubt) {
        var payer = new BankAccountRef("T-9", "307584007998", name, BankAccountRef.AccountClass.PERSONAL);
        return new BankReceiptRecorded(
                RECEIPT, Money.yuan(1), number, Optional.of(payer), Optional.empty(), NOON, Optional.empty(), doubt);
    }
}
