package io.coffer.command.receipts;

import static io.coffer.command.accounts.Sale.ACCOUNT;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.accounts.FundingCommand.ConfirmExcessReturned;
import io.coffer.api.accounts.FundingCommand.ReverseCredit;
import io.coffer.api.accounts.FundingEvent.JournalReversed;
import io.coffer.api.accounts.FundingEvent.JournalReversed.Credited;
import io.coffer.api.accounts.FundingEvent.ReversalDeclined;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.VerdictCommand.ConfirmCorrected;
import io.coffer.api.receipts.VerdictCommand.FailCorrection;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrected;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrecting;
import io.coffer.api.receipts.VerdictEvent.BankReceiptReturned;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Wishes;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The verdicts policy")
class VerdictPolicyTest {

    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final EscrowAccountId YOURS = new EscrowAccountId("EA:acme:C-2");
    private final Wishes policy = new Wishes(new VerdictPolicy());

    @Test
    void asks_the_account_once_for_every_correction() {
        policy.on(new BankReceiptCorrecting(RECEIPT, 3, ACCOUNT, Optional.of(YOURS), Optional.of("AR:_:x:y")))
                .gives(new ReverseCredit(ACCOUNT, RECEIPT, 3, Optional.of("AR:_:x:y")));
    }

    @Test
    void tells_the_receipt_when_the_last_journal_is_taken_back_or_none_can_be() {
        policy.on(reversed(Money.fen(1))).givesNothing();
        policy.on(reversed(Money.ZERO)).gives(new ConfirmCorrected(RECEIPT, ACCOUNT));
        policy.on(new ReversalDeclined(ACCOUNT, RECEIPT, 3, "EXCEEDS_RELEASABLE"))
                .gives(new FailCorrection(RECEIPT, ACCOUNT, "EXCEEDS_RELEASABLE"));
    }

    @Test
    void gives_a_corrected_receipt_to_the_account_that_it_belongs_to() {
        policy.on(new BankReceiptCorrected(RECEIPT, ACCOUNT, Optional.of(YOURS)))
                .gives(AssignReceipt.byPeople(RECEIPT, YOURS));
        policy.on(new BankReceiptCorrected(RECEIPT, ACCOUNT, Optional.empty())).givesNothing();
    }

    @Test
    void tells_the_account_that_its_excess_went_back() {
        var payout = PayoutId.ofReturn(RECEIPT, 1);

        policy.on(new BankReceiptReturned(RECEIPT, payout, ReceiptPart.EXCESS, Money.fen(1), Optional.of(ACCOUNT)))
                .gives(new ConfirmExcessReturned(ACCOUNT, RECEIPT));
        policy.on(new BankReceiptReturned(RECEIPT, payout, ReceiptPart.WHOLE, Money.fen(1), Optional.empty()))
                .givesNothing();
    }

    private static JournalReversed reversed(Money left) {
        return new JournalReversed(ACCOUNT, RECEIPT, 3, Credited.EXCESS, Money.fen(1), left, 1, Optional.empty());
    }
}
