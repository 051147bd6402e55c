package io.coffer.command.merchants;

import static io.coffer.command.kernel.Decision.reject;

import io.coffer.api.kernel.KernelRejection.AlreadyExists;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.FeeAccountCommand;
import io.coffer.api.merchants.FeeAccountCommand.AgreeToSplitLeg;
import io.coffer.api.merchants.FeeAccountCommand.AttachFeeAccountNumber;
import io.coffer.api.merchants.FeeAccountCommand.ChangeStanding;
import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.CreditSplitLeg;
import io.coffer.api.merchants.FeeAccountCommand.EndFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.EndMerchantReservation;
import io.coffer.api.merchants.FeeAccountCommand.FundMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.OpenFeeAccount;
import io.coffer.api.merchants.FeeAccountCommand.RequestAdvanceLimit;
import io.coffer.api.merchants.FeeAccountCommand.ReserveFee;
import io.coffer.api.merchants.FeeAccountCommand.ReserveMerchantFunds;
import io.coffer.api.merchants.FeeAccountCommand.ReserveRefundFee;
import io.coffer.api.merchants.FeeAccountCommand.SetAdvanceLimit;
import io.coffer.api.merchants.FeeAccountCommand.TakeFeeReservation;
import io.coffer.api.merchants.FeeAccountCommand.TakeMerchantReservation;
import io.coffer.api.merchants.FeeAccountEvent;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.command.kernel.Access;
import io.coffer.command.kernel.Decision;
import io.coffer.command.kernel.Given;

/**
 * Which family of rules decides on which command. Closing, and money that leaves B by a payout, are not part of it yet.
 */
final class FeeAccountRules {

    private FeeAccountRules() {}

    static Decision<FeeAccountEvent> decide(FeeAccountState state, FeeAccountCommand command, Given given) {
        return switch (state) {
            case FeeAccountState.Unopened _
            when command instanceof OpenFeeAccount open ->
                Decision.unless(Access.toOpen(open.account(), given, mayGive(open)), () -> FeeTermsRules.open(open));
            // The refund booked it already. It waits here for the account that the merchant has not opened yet.
            case FeeAccountState.Unopened _
            when command instanceof CreditMerchantB back ->
                Decision.unless(Access.toOpen(back.account(), given, mayGive(back)), () -> TopUpRules.credited(back));
            case FeeAccountState.Unopened _ ->
                Decision.unless(Access.to(command.account(), false, given), Decision::alreadyDone);
            case FeeAccount account ->
                Decision.unless(
                        Access.to(command.account(), true, given, mayGive(command)),
                        () -> FundsClaimRules.followed(
                                account, command.account(), decideOpened(account, command, given)));
        };
    }

    private static Decision<FeeAccountEvent> decideOpened(FeeAccount state, FeeAccountCommand command, Given given) {
        return switch (command) {
            case OpenFeeAccount c -> reject(new AlreadyExists(c.account().value()));
            case AttachFeeAccountNumber c -> FeeTermsRules.attach(state, c);
            case ChangeStanding c -> FeeTermsRules.change(state, c);
            case RequestAdvanceLimit c -> FeeTermsRules.request(state, c, given);
            case SetAdvanceLimit c -> FeeTermsRules.set(state, c, given);
            case FundMerchantB c -> TopUpRules.fund(state, c);
            case ReserveFee c -> FeeRules.reserve(state, c);
            case EndFeeReservation c -> FeeRules.end(state, c);
            case ReserveRefundFee c -> RefundFeeRules.reserve(state, c);
            case TakeFeeReservation c -> FeeRules.take(state, c);
            case CreditMerchantB c -> TopUpRules.credit(state, c);
            case AgreeToSplitLeg c -> TopUpRules.agree(state, c);
            case CreditSplitLeg c -> TopUpRules.credit(state, c);
            case ReserveMerchantFunds c -> FundsClaimRules.reserve(state, c);
            case EndMerchantReservation c -> FundsClaimRules.end(state, c);
            case TakeMerchantReservation c -> FundsClaimRules.take(state, c);
        };
    }

    /** Own cash is the institution's: its owner asks for it, never who is lent it. */
    private static Role[] mayGive(FeeAccountCommand command) {
        return switch (command) {
            case OpenFeeAccount _ -> new Role[] {Role.BUSINESS};
            case ReserveFee(var _, var taker, var _, var _) -> mayAskFor(taker);
            case EndFeeReservation(var _, var taker, var _) -> mayAskFor(taker);
            case ChangeStanding _, RequestAdvanceLimit _ -> new Role[] {Role.OPERATOR};
            case SetAdvanceLimit _ -> new Role[] {Role.OPERATOR, Role.POLICY};
            case AttachFeeAccountNumber _,
                    FundMerchantB _,
                    ReserveRefundFee _,
                    TakeFeeReservation _,
                    CreditMerchantB _,
                    AgreeToSplitLeg _,
                    CreditSplitLeg _,
                    ReserveMerchantFunds _,
                    EndMerchantReservation _,
                    TakeMerchantReservation _ -> new Role[] {Role.POLICY};
        };
    }

    /** What an order or refund of ours has set aside is theirs: a business system that ended it would leave them uncovered. */
    private static Role[] mayAskFor(FeeTaker taker) {
        return switch (taker) {
            case FeeTaker.Order _ -> new Role[] {Role.BUSINESS, Role.POLICY};
            case FeeTaker.Payment _, FeeTaker.Refund _, FeeTaker.Recovery _ -> new Role[] {Role.POLICY};
        };
    }
}
