package io.coffer.command.splits;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.Rejection;
import io.coffer.api.ledger.LedgerEvent.MerchantDifferenceFound;
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
import io.coffer.api.merchants.FundsTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.splits.SplitCommand.AnswerForPayee;
import io.coffer.api.splits.SplitCommand.BlockSplit;
import io.coffer.api.splits.SplitCommand.RecordReturnLeg;
import io.coffer.api.splits.SplitCommand.RecordSplitReserved;
import io.coffer.api.splits.SplitEvent.SplitApproved;
import io.coffer.api.splits.SplitEvent.SplitBlocked;
import io.coffer.api.splits.SplitEvent.SplitCancelled;
import io.coffer.api.splits.SplitEvent.SplitExecuted;
import io.coffer.api.splits.SplitEvent.SplitReserved;
import io.coffer.api.splits.SplitEvent.SplitReturnCancelled;
import io.coffer.api.splits.SplitEvent.SplitReturnStarted;
import io.coffer.api.splits.SplitEvent.SplitReturned;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitLeg;
import io.coffer.api.splits.SplitSwitchCommand.StopSplits;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks a split's contract and payees for what it needs of them, and tells them what it booked to them, or took from them. */
final class SplitPolicy implements Policy {

    @Override
    public String name() {
        return "splits";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case SplitApproved e ->
                List.of(new Reaction(
                        new ReserveContractFunds(e.contract(), e.order(), e.split(), e.base()),
                        refusal -> lacking(e, refusal),
                        Optional.empty()));
            case ContractFundsReserved e -> reserved(e);
            case SplitReserved e -> e.legs().stream().map(leg -> asked(e, leg)).toList();
            case SplitLegAgreed e -> List.of(Reaction.of(new AnswerForPayee(e.split(), e.account(), Optional.empty())));
            case SplitBlocked e -> ended(e.contract(), e.split());
            case SplitCancelled e -> ended(e.contract(), e.split());
            case SplitExecuted e ->
                Stream.concat(
                                Stream.of(new TakeContractReservation(e.terms().contract(), e.split())),
                                e.terms().legs().stream()
                                        .map(leg -> new CreditSplitLeg(leg.payee(), e.split(), leg.amount())))
                        .map(Reaction::of)
                        .toList();
            case SplitReturnStarted e ->
                e.legs().stream()
                        .map(leg -> new ReserveMerchantFunds(
                                leg.payee(), new FundsTaker.SplitReturn(e.split(), e.refund()), leg.amount()))
                        .map(Reaction::of)
                        .toList();
            case MerchantFundsReserved e -> told(e.account(), e.taker(), Money.ZERO);
            case MerchantFundsAwaited e -> told(e.account(), e.taker(), e.gap());
            case SplitReturned e -> returned(e);
            case MerchantDifferenceFound e ->
                List.of(Reaction.of(new StopSplits(
                        SplitSwitchId.of(e.merchant()), "Equation C5 fails from position " + e.position() + " on")));
            case SplitReturnCancelled e
            when e.wasStarted() ->
                e.legs().stream()
                        .map(leg -> new EndMerchantReservation(
                                leg.payee(), new FundsTaker.SplitReturn(e.split(), e.refund())))
                        .map(Reaction::of)
                        .toList();
            default -> List.of();
        };
    }

    /** Any other refusal was never expected: people look at it. */
    private static Optional<List<Reaction>> lacking(SplitApproved event, Rejection refusal) {
        return switch (refusal) {
            case ContractFundsMissing(var _, var gap) ->
                Optional.of(List.of(Reaction.of(new BlockSplit(event.split(), gap))));
            // Its end came first: nobody wants the money any more.
            case ContractFundsNotReserved _ -> Optional.of(List.of());
            default -> Optional.empty();
        };
    }

    private static List<Reaction> reserved(ContractFundsReserved event) {
        return event.split().stream()
                .map(split -> Reaction.of(new RecordSplitReserved(split, event.custodyAccount()))
                        .orElse(_ -> ended(event.contract(), split)))
                .toList();
    }

    /** A split may end before anything is set aside for it. */
    private static List<Reaction> ended(MerchantContractId contract, SplitId split) {
        return List.of(Reaction.of(new EndContractReservation(contract, split)).orNothing());
    }

    private static Reaction asked(SplitReserved event, SplitLeg leg) {
        return new Reaction(
                new AgreeToSplitLeg(leg.payee(), event.split(), event.custodyAccount()),
                refusal -> refused(event.split(), leg.payee(), refusal),
                Optional.empty());
    }

    private static Optional<List<Reaction>> refused(SplitId split, MerchantFeeAccountId payee, Rejection refusal) {
        return switch (refusal) {
            case NotFound _, FeeAccountRestricted _, FeeAtOtherCustodyAccount _ ->
                Optional.of(List.of(Reaction.of(new AnswerForPayee(split, payee, Optional.of(refusal.code())))));
            default -> Optional.empty();
        };
    }

    private static List<Reaction> told(MerchantFeeAccountId payee, FundsTaker taker, Money gap) {
        return switch (taker) {
            case FundsTaker.SplitReturn(var split, var refund) ->
                List.of(Reaction.of(new RecordReturnLeg(split, refund, payee, gap)));
        };
    }

    private static List<Reaction> returned(SplitReturned event) {
        var reactions = new ArrayList<Reaction>();
        reactions.add(Reaction.of(new RefillContract(
                event.contract(), event.order(), event.split(), event.refund(), SplitLeg.total(event.legs()))));
        event.legs()
                .forEach(leg -> reactions.add(Reaction.of(new TakeMerchantReservation(
                        leg.payee(), new FundsTaker.SplitReturn(event.split(), event.refund())))));
        return List.copyOf(reactions);
    }
}
