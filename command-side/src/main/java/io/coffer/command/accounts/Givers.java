package io.coffer.command.accounts;

import io.coffer.api.accounts.AgreementCommand;
import io.coffer.api.accounts.AgreementCommand.AmendTerms;
import io.coffer.api.accounts.AgreementCommand.AttachVirtualAccount;
import io.coffer.api.accounts.AgreementCommand.OpenEscrowAccount;
import io.coffer.api.accounts.AgreementCommand.SignEscrowAgreement;
import io.coffer.api.accounts.AgreementCommand.SignSupplement;
import io.coffer.api.accounts.ClosureCommand;
import io.coffer.api.accounts.ClosureCommand.CancelBeforeFunding;
import io.coffer.api.accounts.ClosureCommand.CloseAccount;
import io.coffer.api.accounts.ClosureCommand.ConfirmClosure;
import io.coffer.api.accounts.ConditionCommand;
import io.coffer.api.accounts.ConditionCommand.ConfirmReleaseCondition;
import io.coffer.api.accounts.DeductionCommand;
import io.coffer.api.accounts.DeductionCommand.DeductByCourtOrder;
import io.coffer.api.accounts.DeductionCommand.RejectDeduction;
import io.coffer.api.accounts.DeductionCommand.RequestDeduction;
import io.coffer.api.accounts.EscrowCommand;
import io.coffer.api.accounts.FreezeCommand;
import io.coffer.api.accounts.FreezeCommand.ExpireFreeze;
import io.coffer.api.accounts.FreezeCommand.FreezeFunds;
import io.coffer.api.accounts.FreezeCommand.RenewFreeze;
import io.coffer.api.accounts.FreezeCommand.RequestUnfreeze;
import io.coffer.api.accounts.FreezeCommand.UnfreezeFunds;
import io.coffer.api.accounts.FreezeKind;
import io.coffer.api.accounts.FundingCommand;
import io.coffer.api.accounts.FundingCommand.ConfirmExcessReturned;
import io.coffer.api.accounts.FundingCommand.CreditReceipt;
import io.coffer.api.accounts.FundingCommand.RecordExcessRefunding;
import io.coffer.api.accounts.FundingCommand.ReverseCredit;
import io.coffer.api.accounts.HoldbackCommand;
import io.coffer.api.accounts.HoldbackCommand.AcceptHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ClaimHoldback;
import io.coffer.api.accounts.HoldbackCommand.ConfirmHandover;
import io.coffer.api.accounts.HoldbackCommand.CreditHoldback;
import io.coffer.api.accounts.HoldbackCommand.DisputeHoldbackClaim;
import io.coffer.api.accounts.HoldbackCommand.ExpireObjection;
import io.coffer.api.accounts.HoldbackCommand.HoldBack;
import io.coffer.api.accounts.HoldbackCommand.RejectHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.RequestHoldbackSettlement;
import io.coffer.api.accounts.HoldbackCommand.SettleHoldback;
import io.coffer.api.accounts.HoldbackCommand.WithdrawHoldbackClaim;
import io.coffer.api.accounts.PayeeCommand;
import io.coffer.api.accounts.PayeeCommand.ApprovePayeeChange;
import io.coffer.api.accounts.PayeeCommand.BindPayee;
import io.coffer.api.accounts.PayeeCommand.ChangePayee;
import io.coffer.api.accounts.PayeeCommand.RejectPayeeChange;
import io.coffer.api.accounts.ReleaseCommand;
import io.coffer.api.accounts.ReleaseCommand.ApproveRelease;
import io.coffer.api.accounts.ReleaseCommand.ConfirmReleasePaid;
import io.coffer.api.accounts.ReleaseCommand.FailRelease;
import io.coffer.api.accounts.ReleaseCommand.RejectRelease;
import io.coffer.api.accounts.ReleaseCommand.RequestRelease;
import io.coffer.api.accounts.ReturnCommand;
import io.coffer.api.accounts.ReturnCommand.ConfirmReissuePaid;
import io.coffer.api.accounts.ReturnCommand.ConfirmReleaseReturned;
import io.coffer.api.accounts.ReturnCommand.FailReissue;
import io.coffer.api.accounts.ReturnCommand.RecordLegReturned;
import io.coffer.api.accounts.ReturnCommand.ReissueLeg;
import io.coffer.api.accounts.ReturnCommand.ReissueRelease;
import io.coffer.api.accounts.ReturnCommand.RejectReissue;
import io.coffer.api.accounts.ReturnCommand.RequestReissue;
import io.coffer.api.accounts.ReturnCommand.RestoreReturned;
import io.coffer.api.accounts.ReturnCommand.VerifyLegReissue;
import io.coffer.api.accounts.TerminationCommand;
import io.coffer.api.accounts.TerminationCommand.AgreeTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.ExecuteTermination;
import io.coffer.api.accounts.TerminationCommand.RejectTerminationPlan;
import io.coffer.api.accounts.TerminationCommand.RequestTermination;
import io.coffer.api.accounts.TerminationCommand.WithdrawTermination;
import io.coffer.api.kernel.Role;

/** Who may give which command. */
final class Givers {

    private Givers() {}

    static Role[] of(EscrowCommand command) {
        return switch (command) {
            case AgreementCommand c -> agreement(c);
            case FundingCommand c -> funding(c);
            case ConditionCommand c -> condition(c);
            case PayeeCommand c -> payee(c);
            case ReleaseCommand c -> release(c);
            case ReturnCommand c -> comingBack(c);
            case FreezeCommand c -> freeze(c);
            case DeductionCommand c -> deduction(c);
            case HoldbackCommand c -> holdback(c);
            case TerminationCommand c -> termination(c);
            case ClosureCommand c -> closure(c);
        };
    }

    private static Role[] agreement(AgreementCommand command) {
        return switch (command) {
            case OpenEscrowAccount _, AmendTerms _, SignEscrowAgreement _, SignSupplement _ -> oneOf(Role.BUSINESS);
            case AttachVirtualAccount _ -> oneOf(Role.POLICY);
        };
    }

    private static Role[] funding(FundingCommand command) {
        return switch (command) {
            case CreditReceipt _, ReverseCredit _, RecordExcessRefunding _, ConfirmExcessReturned _ ->
                oneOf(Role.POLICY);
        };
    }

    private static Role[] condition(ConditionCommand command) {
        return switch (command) {
            case ConfirmReleaseCondition _ -> oneOf(Role.BUSINESS);
        };
    }

    private static Role[] payee(PayeeCommand command) {
        return switch (command) {
            case BindPayee _, ChangePayee _ -> oneOf(Role.BUSINESS);
            case ApprovePayeeChange _, RejectPayeeChange _ -> oneOf(Role.BUSINESS, Role.POLICY);
        };
    }

    private static Role[] release(ReleaseCommand command) {
        return switch (command) {
            case RequestRelease _ -> oneOf(Role.BUSINESS);
            case ApproveRelease _, RejectRelease _ -> oneOf(Role.BUSINESS, Role.POLICY);
            case ConfirmReleasePaid _, FailRelease _ -> oneOf(Role.POLICY);
        };
    }

    private static Role[] comingBack(ReturnCommand command) {
        return switch (command) {
            case RequestReissue _, RestoreReturned _, VerifyLegReissue _ -> oneOf(Role.BUSINESS, Role.OPERATOR);
            case RejectReissue _ -> oneOf(Role.BUSINESS, Role.OPERATOR, Role.POLICY);
            case ReissueRelease _ -> oneOf(Role.BUSINESS, Role.POLICY);
            case ConfirmReleaseReturned _, RecordLegReturned _, ReissueLeg _, ConfirmReissuePaid _, FailReissue _ ->
                oneOf(Role.POLICY);
        };
    }

    private static Role[] freeze(FreezeCommand command) {
        return switch (command) {
            case FreezeFunds c -> ofOrders(c.order().kind());
            case RenewFreeze _, RequestUnfreeze _ -> oneOf(Role.BUSINESS, Role.OPERATOR);
            case UnfreezeFunds _, ExpireFreeze _ -> oneOf(Role.POLICY);
        };
    }

    /** What a tenant may stop by itself it may also let go; the papers of others are an operator's. */
    static Role[] ofOrders(FreezeKind kind) {
        return switch (kind) {
            case DISPUTE, DOC_PENDING -> oneOf(Role.BUSINESS, Role.OPERATOR);
            case JUDICIAL, EMERGENCY_STOP, RISK -> oneOf(Role.OPERATOR);
        };
    }

    private static Role[] deduction(DeductionCommand command) {
        return switch (command) {
            case RequestDeduction _ -> oneOf(Role.OPERATOR);
            case DeductByCourtOrder _, RejectDeduction _ -> oneOf(Role.POLICY);
        };
    }

    private static Role[] holdback(HoldbackCommand command) {
        return switch (command) {
            case HoldBack _,
                    ClaimHoldback _,
                    AcceptHoldbackClaim _,
                    DisputeHoldbackClaim _,
                    WithdrawHoldbackClaim _,
                    ConfirmHandover _,
                    RequestHoldbackSettlement _ -> oneOf(Role.BUSINESS);
            case SettleHoldback _, RejectHoldbackSettlement _ -> oneOf(Role.BUSINESS, Role.POLICY);
            case CreditHoldback _, ExpireObjection _ -> oneOf(Role.POLICY);
        };
    }

    private static Role[] termination(TerminationCommand command) {
        return switch (command) {
            case RequestTermination _, WithdrawTermination _, AgreeTerminationPlan _ -> oneOf(Role.BUSINESS);
            case RejectTerminationPlan _ -> oneOf(Role.BUSINESS, Role.POLICY);
            case ExecuteTermination _ -> oneOf(Role.POLICY);
        };
    }

    private static Role[] closure(ClosureCommand command) {
        return switch (command) {
            case CancelBeforeFunding _, CloseAccount _ -> oneOf(Role.BUSINESS);
            case ConfirmClosure _ -> oneOf(Role.POLICY);
        };
    }

    private static Role[] oneOf(Role... roles) {
        return roles;
    }
}
