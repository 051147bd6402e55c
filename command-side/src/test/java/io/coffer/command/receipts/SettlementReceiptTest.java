package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.MatchedBy;
import io.coffer.api.receipts.ReceiptCommand.AssignReceipt;
import io.coffer.api.receipts.ReceiptCommand.ConsumeReceipt;
import io.coffer.api.receipts.ReceiptCommand.ReleaseReceipt;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptAssigned;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptConsumed;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptRecorded;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptReleased;
import io.coffer.api.receipts.ReceiptEvent.BankReceiptSuspended;
import io.coffer.api.receipts.ReceiptPart;
import io.coffer.api.receipts.ReceiptRejection.CorrectionInVain;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptVerdict.ReturnToPayer;
import io.coffer.api.receipts.ReceiptVerdict.TakeBack;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictCommand.ConfirmCorrected;
import io.coffer.api.receipts.VerdictCommand.RequestCorrection;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrected;
import io.coffer.api.receipts.VerdictEvent.BankReceiptCorrecting;
import io.coffer.api.receipts.VerdictEvent.VerdictRejected;
import io.coffer.api.receipts.VerdictEvent.VerdictRequested;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementCommand.ReverseSettlement;
import io.coffer.api.settlements.SettlementCommand.SettleChannel;
import io.coffer.api.settlements.SettlementEvent.ChannelSettled;
import io.coffer.api.settlements.SettlementEvent.SettlementReceiptDeclined;
import io.coffer.api.settlements.SettlementEvent.SettlementReversed;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.kernel.Wishes;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A receipt of a channel's settlement")
class SettlementReceiptTest {

    private static final ChannelSettlementId DAY = ChannelSettlementId.of("WECHAT", LocalDate.of(2026, 11, 23));
    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final Money AMOUNT = Money.yuan(100);
    private static final BankAccountRef PAYER = Sale.BUYER.account();
    private static final BankReceiptSuspended SUSPENDED =
            new BankReceiptSuspended(RECEIPT, SuspenseReason.UNKNOWN_VIRTUAL_ACCOUNT);
    private static final VerdictRequested ASKED =
            new VerdictRequested(RECEIPT, 1, new ReturnToPayer(ReceiptPart.WHOLE, AMOUNT, PAYER), "olga");

    private final Wishes policy = new Wishes(new ReceiptPolicy());

    @Test
    void is_assigned_because_its_channel_names_it_though_it_waits_already() {
        recorded().when(AssignReceipt.byChannel(RECEIPT, DAY), POLICY).records(assigned(MatchedBy.CHANNEL));
        suspended().when(AssignReceipt.byChannel(RECEIPT, DAY), POLICY).records(assigned(MatchedBy.CHANNEL));
        suspended().when(AssignReceipt.byPeople(RECEIPT, DAY), OPERATOR).records(assigned(MatchedBy.PEOPLE));
    }

    @Test
    void is_left_to_people_who_decide_on_it() {
        suspended()
                .given(ASKED)
                .when(AssignReceipt.byChannel(RECEIPT, DAY), POLICY)
                .isRefused(new ReceiptNotFree("SUSPENDED"));
        suspended()
                .given(ASKED, new VerdictRejected(RECEIPT, 1, "NOT_WANTED"))
                .when(AssignReceipt.byChannel(RECEIPT, DAY), POLICY)
                .records(assigned(MatchedBy.CHANNEL));
        suspended()
                .when(AssignReceipt.byChannel(RECEIPT, Sale.ACCOUNT), POLICY)
                .isRefused(new ReceiptNotFree("SUSPENDED"));
        suspended().when(AssignReceipt.byNumber(RECEIPT, DAY), POLICY).isRefused(new ReceiptNotFree("SUSPENDED"));
    }

    @Test
    void is_taken_or_waits_with_the_reason() {
        policy.on(assigned(MatchedBy.CHANNEL))
                .gives(new SettleChannel(DAY, RECEIPT, AMOUNT, Optional.of(PAYER), Sale.CUSTODY, true));
        policy.on(assigned(MatchedBy.PEOPLE))
                .gives(new SettleChannel(DAY, RECEIPT, AMOUNT, Optional.of(PAYER), Sale.CUSTODY, false));
        policy.on(new ChannelSettled(DAY, RECEIPT, AMOUNT)).gives(new ConsumeReceipt(RECEIPT, DAY, AMOUNT, Money.ZERO));
        policy.on(new SettlementReceiptDeclined(DAY, RECEIPT, AMOUNT, Money.ZERO, "EXCEEDS_CLEARING", Optional.empty()))
                .gives(new ReleaseReceipt(RECEIPT, DAY, SuspenseReason.TARGET_REFUSED, "EXCEEDS_CLEARING"));
        suspended()
                .given(assigned(MatchedBy.CHANNEL))
                .when(new ReleaseReceipt(RECEIPT, DAY, SuspenseReason.TARGET_REFUSED, "EXCEEDS_CLEARING"), POLICY)
                .records(new BankReceiptReleased(RECEIPT, DAY, SuspenseReason.TARGET_REFUSED, "EXCEEDS_CLEARING"));
    }

    @Test
    void that_was_taken_for_a_wrong_date_is_taken_back_by_two_people() {
        var other = ChannelSettlementId.of("WECHAT", LocalDate.of(2026, 11, 24));
        var wrong = new TakeBack(DAY, Optional.of(other));
        var asked = new VerdictRequested(RECEIPT, 1, wrong, OPERATOR.subject());
        var correcting = new BankReceiptCorrecting(RECEIPT, 1, DAY, Optional.of(other), Optional.of("AR:_:x:1"));
        var corrected = new BankReceiptCorrected(RECEIPT, DAY, Optional.of(other));
        taken().when(new RequestCorrection(RECEIPT, Optional.of(other)), OPERATOR)
                .records(asked);
        taken().when(new RequestCorrection(RECEIPT, Optional.of(DAY)), OPERATOR)
                .isRefused(new CorrectionInVain(DAY.value()));
        taken().given(asked, correcting)
                .when(new ConfirmCorrected(RECEIPT, DAY), POLICY)
                .records(corrected);
        taken().given(asked, correcting, corrected)
                .when(AssignReceipt.byPeople(RECEIPT, other), POLICY)
                .records(new BankReceiptAssigned(
                        RECEIPT,
                        other,
                        AMOUNT,
                        Optional.empty(),
                        Optional.of(PAYER),
                        Optional.empty(),
                        Optional.of(MatchedBy.PEOPLE)));

        var verdicts = new Wishes(new VerdictPolicy());
        verdicts.on(correcting).gives(new ReverseSettlement(DAY, RECEIPT, 1, Optional.of("AR:_:x:1")));
        verdicts.on(new SettlementReversed(DAY, RECEIPT, 1, AMOUNT, 1, Optional.empty()))
                .gives(new ConfirmCorrected(RECEIPT, DAY));
        verdicts.on(corrected).gives(AssignReceipt.byPeople(RECEIPT, other));
    }

    private static Scenario taken() {
        return suspended().given(assigned(MatchedBy.PEOPLE), new BankReceiptConsumed(RECEIPT, DAY, AMOUNT, Money.ZERO));
    }

    private static BankReceiptAssigned assigned(MatchedBy by) {
        return new BankReceiptAssigned(
                RECEIPT, DAY, AMOUNT, Optional.empty(), Optional.of(PAYER), Optional.empty(), Optional.of(by));
    }

    private static Scenario suspended() {
        return recorded().given(SUSPENDED);
    }

    private static Scenario recorded() {
        return Scenario.of(new PureBankReceipt())
                .given(new BankReceiptRecorded(
                        RECEIPT,
                        AMOUNT,
                        Optional.empty(),
                        Optional.of(PAYER),
                        Optional.empty(),
                        Scenario.NOON,
                        Optional.empty()));
    }
}
