package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.Scenario.NOON;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.merchants.FeeAccountCommand.AttachFeeAccountNumber;
import io.coffer.api.merchants.FeeAccountCommand.FundMerchantB;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.FeeAccountEvent.MerchantBFunded;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundingDeclined;
import io.coffer.api.merchants.MerchantFeeAccountId;
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
import io.coffer.api.receipts.ReceiptRejection.CorrectionNotSupported;
import io.coffer.api.receipts.ReceiptRejection.NotTheReservation;
import io.coffer.api.receipts.ReceiptRejection.NumberTaken;
import io.coffer.api.receipts.ReceiptRejection.ReceiptNotFree;
import io.coffer.api.receipts.ReceiptRejection.UseNotApplicable;
import io.coffer.api.receipts.ReceiptUse;
import io.coffer.api.receipts.SuspenseReason;
import io.coffer.api.receipts.VerdictCommand.RequestCorrection;
import io.coffer.api.receipts.VerdictCommand.RequestReturn;
import io.coffer.api.receipts.VirtualAccountCommand.AssignOwner;
import io.coffer.api.receipts.VirtualAccountCommand.RouteReceipt;
import io.coffer.api.receipts.VirtualAccountEvent.ReceiptRouted;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountOwnerAssigned;
import io.coffer.api.receipts.VirtualAccountEvent.VirtualAccountQuarantined;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.kernel.Wishes;
import io.coffer.command.merchants.Shop;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A receipt of a merchant")
class MerchantReceiptTest {

    private static final MerchantFeeAccountId B = Shop.B;
    private static final MerchantFeeAccountId OTHER = new MerchantFeeAccountId("MB:acme:M-2");
    private static final EscrowAccountId ESCROW = Sale.ACCOUNT;
    private static final BankReceiptId RECEIPT = Sale.receipt("X1");
    private static final Money AMOUNT = Money.yuan(100);
    private static final BankAccountRef PAYER = Sale.BUYER.account();
    private static final BankReceiptSuspended SUSPENDED =
            new BankReceiptSuspended(RECEIPT, SuspenseReason.NO_VIRTUAL_ACCOUNT);
    private static final BankReceiptReleased RELEASED =
            new BankReceiptReleased(RECEIPT, B, SuspenseReason.TARGET_REFUSED, "FEE_ACCOUNT_RESTRICTED");
    private static final BankReceiptConsumed CONSUMED = new BankReceiptConsumed(RECEIPT, B, AMOUNT, Money.ZERO);

    @Test
    void is_assigned_by_people_or_by_its_number() {
        suspended().when(AssignReceipt.byPeople(RECEIPT, B), OPERATOR).records(assigned(MatchedBy.PEOPLE));
        recorded().when(AssignReceipt.byNumber(RECEIPT, B), POLICY).records(assigned(MatchedBy.NUMBER));
    }

    @Test
    void is_for_neither_price_nor_hold_back() {
        suspended()
                .when(AssignReceipt.byPeople(RECEIPT, B, Optional.of(ReceiptUse.PRICE)), OPERATOR)
                .isRefused(new UseNotApplicable("MB:acme:M-1"));
        suspended()
                .when(AssignReceipt.byPeople(RECEIPT, B, Optional.of(ReceiptUse.HOLDBACK)), OPERATOR)
                .isRefused(new UseNotApplicable("MB:acme:M-1"));
    }

    @Test
    void is_reserved_for_one_taker_at_a_time() {
        var reserved = suspended().given(assigned(MatchedBy.PEOPLE));

        reserved.when(AssignReceipt.byPeople(RECEIPT, B), OPERATOR).changesNothing();
        reserved.when(AssignReceipt.byPeople(RECEIPT, OTHER), OPERATOR).isRefused(new ReceiptNotFree("ASSIGNED"));
        reserved.when(AssignReceipt.byPeople(RECEIPT, ESCROW), OPERATOR).isRefused(new ReceiptNotFree("ASSIGNED"));
        reserved.when(new ConsumeReceipt(RECEIPT, OTHER, AMOUNT, Money.ZERO), POLICY)
                .isRefused(new NotTheReservation("MB:acme:M-2"));
        reserved.when(new ReleaseReceipt(RECEIPT, ESCROW, SuspenseReason.TARGET_REFUSED, "X"), POLICY)
                .isRefused(new NotTheReservation("EA:acme:C-1"));
        reserved.when(new ConsumeReceipt(RECEIPT, B, AMOUNT, Money.ZERO), POLICY)
                .records(CONSUMED);
        reserved.when(new ReleaseReceipt(RECEIPT, B, SuspenseReason.TARGET_REFUSED, "FEE_ACCOUNT_RESTRICTED"), POLICY)
                .records(RELEASED);
    }

    @Test
    void that_was_taken_is_nobody_elses_any_more() {
        var taken = suspended().given(assigned(MatchedBy.PEOPLE), CONSUMED);

        taken.when(AssignReceipt.byPeople(RECEIPT, B), OPERATOR).isRefused(new ReceiptNotFree("CONSUMED"));
        taken.when(AssignReceipt.byPeople(RECEIPT, ESCROW), OPERATOR).isRefused(new ReceiptNotFree("CONSUMED"));
        taken.when(new RequestCorrection(RECEIPT, Optional.empty()), OPERATOR)
                .isRefused(new CorrectionNotSupported("MB:acme:M-1"));
        taken.when(new RequestCorrection(RECEIPT, Optional.of(ESCROW)), OPERATOR)
                .isRefused(new CorrectionNotSupported("MB:acme:M-1"));
        taken.when(new RequestReturn(RECEIPT), OPERATOR).isRefused(new ReceiptNotFree("CONSUMED"));
    }

    @Test
    void that_was_declined_waits_for_people_not_for_policies() {
        var declined = suspended().given(assigned(MatchedBy.NUMBER), RELEASED);

        declined.when(AssignReceipt.byNumber(RECEIPT, B), POLICY).isRefused(new ReceiptNotFree("SUSPENDED"));
        declined.when(AssignReceipt.byPeople(RECEIPT, B), OPERATOR).records(assigned(MatchedBy.PEOPLE));
    }

    @Test
    void is_taken_by_the_account_and_mirrored() {
        var policy = new Wishes(new ReceiptPolicy());

        policy.on(assigned(MatchedBy.NUMBER))
                .gives(new FundMerchantB(B, RECEIPT, AMOUNT, Sale.CUSTODY))
                .whenRefusedParks(new NotFound("MB:acme:M-1"));
        policy.on(new MerchantBFunded(B, RECEIPT, AMOUNT)).gives(new ConsumeReceipt(RECEIPT, B, AMOUNT, Money.ZERO));
        policy.on(new MerchantFundingDeclined(B, RECEIPT, "FEE_ACCOUNT_RESTRICTED"))
                .gives(new ReleaseReceipt(RECEIPT, B, SuspenseReason.TARGET_REFUSED, "FEE_ACCOUNT_RESTRICTED"));
        policy.on(new ReceiptRouted(Sale.NUMBER, RECEIPT, B)).gives(AssignReceipt.byNumber(RECEIPT, B));
    }

    @Test
    void comes_to_the_number_of_the_account() {
        var policy = new Wishes(new NumberPolicy());
        var bank = Sale.CUSTODY.bankCode();

        policy.on(new FeeAccountOpened(B, Sale.CUSTODY))
                .gives(new AssignOwner(NumberPlan.candidate(B, bank, 0), B))
                .whenRefused(new NumberTaken("8"), new AssignOwner(NumberPlan.candidate(B, bank, 1), B));
        policy.on(new VirtualAccountOwnerAssigned(Sale.NUMBER, B))
                .gives(new AttachFeeAccountNumber(B, Sale.NUMBER))
                .whenRefusedParks(new NotFound("MB:acme:M-1"));
        policy.on(new VirtualAccountQuarantined(Sale.NUMBER, B, NOON, Optional.empty()))
                .givesNothing();
        Scenario.of(new PureNumber())
                .given(new VirtualAccountOwnerAssigned(Sale.NUMBER, B))
                .when(new RouteReceipt(Sale.NUMBER, RECEIPT), POLICY)
                .records(new ReceiptRouted(Sale.NUMBER, RECEIPT, B));
        Scenario.of(new PureNumber())
                .given(new VirtualAccountOwnerAssigned(Sale.NUMBER, B))
                .when(new AssignOwner(Sale.NUMBER, ESCROW), POLICY)
                .isRefused(new NumberTaken("8000000000000001"));
    }

    private static BankReceiptAssigned assigned(MatchedBy by) {
        return new BankReceiptAssigned(
                RECEIPT, B, AMOUNT, Optional.empty(), Optional.of(PAYER), Optional.empty(), Optional.of(by));
    }

    private static Scenario recorded() {
        return Scenario.of(new PureBankReceipt())
                .given(new BankReceiptRecorded(
                        RECEIPT,
                        AMOUNT,
                        Optional.empty(),
                        Optional.of(PAYER),
                        Optional.empty(),
                        NOON,
                        Optional.empty()));
    }

    private static Scenario suspended() {
        return recorded().given(SUSPENDED);
    }
}
