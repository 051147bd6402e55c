package io.coffer.api.accounts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Evidence;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a court demands. */
public sealed interface DeductionCommand extends EscrowCommand {

    /** Enters a court's demand for money that its order holds. The edge has found the court's account on the list. */
    record RequestDeduction(
            EscrowAccountId account,
            String deductionNo,
            String orderNo,
            Money amount,
            BankAccountRef courtAccount,
            List<Evidence> evidence)
            implements DeductionCommand {
        public RequestDeduction {
            Keys.key("deductionNo", deductionNo);
            evidence = List.copyOf(evidence);
        }
    }

    /** Lets the money go to the court, with a second person's approval. */
    record DeductByCourtOrder(
            EscrowAccountId account,
            String deductionNo,
            String orderNo,
            Money amount,
            BankAccountRef courtAccount,
            List<Evidence> evidence,
            Optional<Approval> approval)
            implements DeductionCommand, Approvable {
        public DeductByCourtOrder {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(List.of(
                    "DeductByCourtOrder",
                    account.value(),
                    deductionNo,
                    orderNo,
                    Long.toString(amount.minorUnits()),
                    amount.currency().getCurrencyCode(),
                    courtAccount.bankCode(),
                    courtAccount.token()));
            evidence.forEach(
                    document -> content.addAll(List.of(document.documentId(), document.type(), document.sm3())));
            return content;
        }
    }

    /** Ends a court's demand that was not carried out. */
    record RejectDeduction(EscrowAccountId account, String deductionNo, String reason) implements DeductionCommand {}
}
