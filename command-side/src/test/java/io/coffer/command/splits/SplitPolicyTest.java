package io.coffer.command.splits;

import static io.coffer.command.splits.Share.APPROVED;
import static io.coffer.command.splits.Share.BASE;
import static io.coffer.command.splits.Share.CONTRACT;
import static io.coffer.command.splits.Share.EXECUTED;
import static io.coffer.command.splits.Share.LEGS;
import static io.coffer.command.splits.Share.ORDER;
import static io.coffer.command.splits.Share.OTHER;
import static io.coffer.command.splits.Share.REFUND;
import static io.coffer.command.splits.Share.RESERVED;
import static io.coffer.command.splits.Share.SPLIT;
import static io.coffer.command.splits.Share.STORE;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.ledger.LedgerEvent.MerchantDifferenceFound;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.merchants.ContractCommand.EndContractReservation;
import io.coffer.api.merchants.ContractCommand.RefillContract;
import io.coffer.api.merchants.ContractCommand.ReserveContractFunds;
import io.coffer.api.merchants.ContractCommand.TakeContractReservation;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractRejection.ContractFundsMissing;
import io.coffer.api.merchants.ContractRejection.ContractFundsNotReserved;
import io.coffer.api.merchants.FeeAccountCommand.AgreeToSplitLeg;
import io.coffer.api.merchants.FeeAccountCommand.CreditSplitLeg;
import io.coffer.api.merchants.FeeAccountCommand.EndMerchantReservation;
import io.coffer.api.merchants.FeeAccountCommand.ReserveMerchantFunds;
import io.coffer.api.merchants.FeeAccountCommand.TakeMerchantReservation;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsAwaited;
import io.coffer.api.merchants.FeeAccountEvent.MerchantFundsReserved;
import io.coffer.api.merchants.FeeAccountEvent.SplitLegAgreed;
import io.coffer.api.merchants.FeeAccountRejection.FeeAccountRestricted;
import io.coffer.api.merchants.FeeAccountRejection.FeeAtOtherCustodyAccount;
import io.coffer.api.merchants.FeeAccountStanding;
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.money.Money;
import io.coffer.api.splits.SplitCommand.AnswerForPayee;
import io.coffer.api.splits.SplitCommand.BlockSplit;
import io.coffer.api.splits.SplitCommand.RecordReturnLeg;
import io.coffer.api.splits.SplitCommand.RecordSplitReserved;
import io.coffer.api.splits.SplitEvent.SplitBlocked;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitRejected;
import io.coffer.api.splits.SplitEvent.SplitReturnCancelled;
import io.coffer.api.splits.SplitEvent.SplitReturnPromised;
import io.coffer.api.splits.SplitEvent.SplitReturnStarted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitSwitchCommand.StopSplits;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Wishes;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The splits policy")
class SplitPolicyTest {

    private static final FundsTaker BACK = new FundsTaker.SplitReturn(SPLIT, REFUND);
    private static final EndContractReservation END = new EndContractReservation(CONTRACT, SPLIT);

    private final Wishes policy = new Wishes(new SplitPolicy());

    @Test
    void asks_the_contract_and_blocks_with_what_is_missing() {
        policy.on(APPROVED)
                .gives(new ReserveContractFunds(CONTRACT, ORDER, SPLIT, BASE))
                .whenRefused(new ContractFundsMissing(ORDER.value(), Money.fen(1)), new BlockSplit(SPLIT, Money.fen(1)))
                .whenRefused(new ContractFundsNotReserved(SPLIT.value()))
                .whenRefusedParks(new NotPermitted(Set.of()));
    }

    @Test
    void tells_that_the_contract_set_it_aside_or_ends_that() {
        policy.on(new ContractFundsReserved(CONTRACT, ORDER, SPLIT, BASE, Optional.of(Sale.CUSTODY)))
                .gives(new RecordSplitReserved(SPLIT, Optional.of(Sale.CUSTODY)))
                .whenRefused(new NotFound("x"), END);
        policy.on(new ContractFundsReserved(CONTRACT, ORDER, REFUND, BASE)).givesNothing();
    }

    @Test
    void asks_every_payee_and_tells_its_answer() {
        policy.on(RESERVED)
                .gives(
                        new AgreeToSplitLeg(STORE, SPLIT, Optional.of(Sale.CUSTODY)),
                        new AgreeToSplitLeg(OTHER, SPLIT, Optional.of(Sale.CUSTODY)))
                .whenRefused(new NotFound(STORE.value()), refused("NOT_FOUND"))
                .whenRefused(
                        new FeeAccountRestricted(FeeAccountStanding.FROZEN, "X"), refused("FEE_ACCOUNT_RESTRICTED"))
                .whenRefused(new FeeAtOtherCustodyAccount("a", "b"), refused("FEE_AT_OTHER_CUSTODY_ACCOUNT"))
                .whenRefusedParks(new NotPermitted(Set.of()));
        policy.on(new SplitLegAgreed(STORE, SPLIT)).gives(new AnswerForPayee(SPLIT, STORE, Optional.empty()));
    }

    private static AnswerForPayee refused(String code) {
        return new AnswerForPayee(SPLIT, STORE, Optional.of(code));
    }

    @Test
    void stops_the_splits_of_a_merchant_whose_contracts_differ() {
        policy.on(new MerchantDifferenceFound(LedgerWatchId.of("C5", 42, OTHER), 42, OTHER))
                .gives(new StopSplits(new SplitSwitchId("SS:acme:M-2"), "Equation C5 fails from position 42 on"));
    }

    @Test
    void tells_who_has_what_once_it_is_carried_out() {
        policy.on(EXECUTED)
                .gives(
                        new TakeContractReservation(CONTRACT, SPLIT),
                        new CreditSplitLeg(STORE, SPLIT, Money.yuan(6_000)),
                        new CreditSplitLeg(OTHER, SPLIT, Money.yuan(3_500)));
    }

    @Test
    void ends_what_the_contract_set_aside_for_a_split_that_is_over() {
        policy.on(new SplitBlocked(SPLIT, CONTRACT, Money.ZERO, List.of()))
                .gives(END)
                .whenRefused(new ContractFundsNotReserved(SPLIT.value()));
        policy.on(new SplitCancelled(SPLIT, CONTRACT, "X"))
                .gives(END)
                .whenRefused(new ContractFundsNotReserved(SPLIT.value()));
        policy.on(new SplitRejected(SPLIT, CONTRACT, "X")).givesNothing();
    }

    @Test
    void asks_payees_for_what_they_give_back_and_tells_what_they_have() {
        policy.on(new SplitReturnPromised(SPLIT, REFUND, LEGS)).givesNothing();
        policy.on(new SplitReturnStarted(SPLIT, REFUND, LEGS))
                .gives(
                        new ReserveMerchantFunds(STORE, BACK, Money.yuan(6_000)),
                        new ReserveMerchantFunds(OTHER, BACK, Money.yuan(3_500)));
        policy.on(new MerchantFundsReserved(STORE, BACK, BASE))
                .gives(new RecordReturnLeg(SPLIT, REFUND, STORE, Money.ZERO));
        policy.on(new MerchantFundsAwaited(STORE, BACK, BASE, Money.fen(7)))
                .gives(new RecordReturnLeg(SPLIT, REFUND, STORE, Money.fen(7)));
    }

    @Test
    void tells_who_has_it_back_or_keeps_it() {
        policy.on(new SplitReturned(SPLIT, REFUND, CONTRACT, ORDER, LEGS))
                .gives(
                        new RefillContract(CONTRACT, ORDER, SPLIT, REFUND, Money.yuan(9_500)),
                        new TakeMerchantReservation(STORE, BACK),
                        new TakeMerchantReservation(OTHER, BACK));
        policy.on(new SplitReturnCancelled(SPLIT, REFUND, LEGS, true, "X"))
                .gives(new EndMerchantReservation(STORE, BACK), new EndMerchantReservation(OTHER, BACK));
        policy.on(new SplitReturnCancelled(SPLIT, REFUND, LEGS, false, "X")).givesNothing();
    }
}
