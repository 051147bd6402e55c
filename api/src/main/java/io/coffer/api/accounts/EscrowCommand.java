package io.coffer.api.accounts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.Party;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;
import java.util.Optional;

/** Every intent towards an escrow account. */
public sealed interface EscrowCommand extends Command {

    EscrowAccountId account();

    @Override
    default EscrowAccountId target() {
        return account();
    }

    /** Opens the account of a contract with its full terms and its custody account; both are pinned. */
    record OpenEscrowAccount(
            EscrowAccountId account,
            ContractRef contract,
            List<Party> parties,
            EscrowTerms terms,
            CustodyAccount custodyAccount)
            implements EscrowCommand {
        public OpenEscrowAccount {
            parties = List.copyOf(parties);
        }
    }

    /** Replaces the terms; only before the first money. */
    record AmendTerms(EscrowAccountId account, EscrowTerms terms) implements EscrowCommand {}

    /** Gives up an account that never saw money. */
    record CancelBeforeFunding(EscrowAccountId account, String reason) implements EscrowCommand {}

    /** Tells the account its number at the bank. */
    record AttachVirtualAccount(EscrowAccountId account, VirtualAccountId number) implements EscrowCommand {}

    /** Takes a receipt that was assigned to this account: what the plan expects, the rest apart. */
    record CreditReceipt(EscrowAccountId account, BankReceiptId receipt, Money amount) implements EscrowCommand {}

    /** States that a release condition is fulfilled, with the proof. */
    record ConfirmReleaseCondition(EscrowAccountId account, ReleaseCondition condition, List<Evidence> evidence)
            implements EscrowCommand {
        public ConfirmReleaseCondition {
            evidence = List.copyOf(evidence);
        }
    }

    /** Names the verified account to which a party's money may go. */
    record BindPayee(EscrowAccountId account, Payee payee, List<Evidence> verification) implements EscrowCommand {
        public BindPayee {
            verification = List.copyOf(verification);
        }
    }

    /** Asks to pay money out to a bound payee. */
    record RequestRelease(EscrowAccountId account, String releaseNo, String partyId, Money amount)
            implements EscrowCommand {
        public RequestRelease {
            Keys.key("releaseNo", releaseNo);
        }
    }

    /** Lets a requested release go: by its conditions below the first tier, else with the approval of other people. */
    record ApproveRelease(
            EscrowAccountId account, String releaseNo, String partyId, Money amount, Optional<Approval> approval)
            implements EscrowCommand, Approvable {
        @Override
        public List<String> approvedContent() {
            return List.of(
                    "ApproveRelease",
                    account.value(),
                    releaseNo,
                    partyId,
                    Long.toString(amount.minorUnits()),
                    amount.currency().getCurrencyCode());
        }
    }

    /** Ends a release request that nobody let go. */
    record RejectRelease(EscrowAccountId account, String releaseNo, String reason) implements EscrowCommand {}

    /** Mirrors that a payout was paid. */
    record ConfirmReleasePaid(EscrowAccountId account, String releaseNo, PayoutId payout) implements EscrowCommand {}

    /** Takes back money whose payout definitely failed. */
    record FailRelease(EscrowAccountId account, String releaseNo, PayoutId payout, String reason)
            implements EscrowCommand {}

    /** Ends the account's life; every blocker is named at once. */
    record CloseAccount(EscrowAccountId account) implements EscrowCommand {}

    /** Mirrors that the account's number at the bank is closed. */
    record ConfirmClosure(EscrowAccountId account) implements EscrowCommand {}
}
