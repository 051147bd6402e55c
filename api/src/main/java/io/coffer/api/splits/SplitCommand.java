package io.coffer.api.splits;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Command;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every intent towards a split. */
public sealed interface SplitCommand extends Command {

    SplitId split();

    @Override
    default SplitId target() {
        return split();
    }

    /** Asks that money of one payment goes to its payees. */
    record DefineSplit(SplitId split, SplitTerms terms) implements SplitCommand {}

    /** Lets a split go on that enough people agreed to. */
    record ApproveSplit(SplitId split, SplitTerms terms, Optional<Approval> approval)
            implements SplitCommand, Approvable {

        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(List.of("ApproveSplit", split.value()));
            content.addAll(terms.content());
            return content;
        }
    }

    /** Ends a split that people did not agree to. */
    record RejectSplit(SplitId split, String reason) implements SplitCommand {}

    /** The business system does not want it any more. */
    record CancelSplit(SplitId split, String reason) implements SplitCommand {}

    /**
     * The contract has set the money aside for it.
     *
     * @param custodyAccount where that money lies, as far as it was said
     */
    record RecordSplitReserved(SplitId split, Optional<CustodyAccount> custodyAccount) implements SplitCommand {}

    /** The payment has less left. */
    record BlockSplit(SplitId split, Money gap) implements SplitCommand {}

    /**
     * What a payee's fee account answers.
     *
     * @param refusal the code of its refusal; absent where it takes its leg
     */
    record AnswerForPayee(SplitId split, MerchantFeeAccountId payee, Optional<String> refusal)
            implements SplitCommand {}

    /** Asks that payees give back of what they got, for one refund; nothing moves before other people agreed to that. */
    record PromiseReturn(SplitId split, RefundId refund, PaymentOrderId order, List<SplitLeg> legs)
            implements SplitCommand {

        public PromiseReturn {
            legs = List.copyOf(legs);
        }
    }

    /** Lets the payees be asked for what was promised. */
    record ReturnSplit(SplitId split, RefundId refund) implements SplitCommand {}

    /**
     * What a payee's fee account has of what it gives back.
     *
     * @param gap what it lacks; zero once it has set all of it aside
     */
    record RecordReturnLeg(SplitId split, RefundId refund, MerchantFeeAccountId payee, Money gap)
            implements SplitCommand {}

    /** The refund does not want it any more. */
    record CancelReturn(SplitId split, RefundId refund, String reason) implements SplitCommand {}
}
