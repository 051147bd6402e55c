package io.coffer.api.accounts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What decides to which accounts money may go. */
public sealed interface PayeeCommand extends EscrowCommand {

    /** Names the verified account to which a party's money may go. */
    record BindPayee(EscrowAccountId account, Payee payee, List<Evidence> verification) implements PayeeCommand {
        public BindPayee {
            verification = List.copyOf(verification);
        }
    }

    /** Proposes another verified account for a party that has one. */
    record ChangePayee(EscrowAccountId account, Payee payee, List<Evidence> verification) implements PayeeCommand {
        public ChangePayee {
            verification = List.copyOf(verification);
        }
    }

    /** Makes a proposed change binding, with a second person's approval; it is effective a day later. */
    record ApprovePayeeChange(
            EscrowAccountId account,
            int changeNo,
            Payee payee,
            List<Evidence> verification,
            Optional<Approval> approval)
            implements PayeeCommand, Approvable {
        public ApprovePayeeChange {
            verification = List.copyOf(verification);
        }

        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(List.of("ApprovePayeeChange", account.value(), Integer.toString(changeNo)));
            content.addAll(payee.content());
            verification.forEach(
                    document -> content.addAll(List.of(document.documentId(), document.type(), document.sm3())));
            return content;
        }
    }

    /** Ends a proposed change; the party keeps its account. */
    record RejectPayeeChange(EscrowAccountId account, int changeNo, String reason) implements PayeeCommand {}
}
