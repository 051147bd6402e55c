package io.coffer.api.accounts;

import io.coffer.api.approvals.Approvable;
import io.coffer.api.approvals.Approval;
import io.coffer.api.kernel.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What holds an account's money, and what lets it go again. */
public sealed interface FreezeCommand extends EscrowCommand {

    /**
     * Holds money.
     *
     * @param expiresAt only a court says it; the other kinds have their agreed terms
     */
    record FreezeFunds(EscrowAccountId account, FreezeOrder order, Optional<Instant> expiresAt, List<Evidence> evidence)
            implements FreezeCommand {
        public FreezeFunds {
            evidence = List.copyOf(evidence);
        }
    }

    /** Lets an order last longer: a court until its new date, a dispute for another agreed term. */
    record RenewFreeze(EscrowAccountId account, String orderNo, Optional<Instant> expiresAt, List<Evidence> evidence)
            implements FreezeCommand {
        public RenewFreeze {
            evidence = List.copyOf(evidence);
        }
    }

    /** Asks to lift an order: its own authority, or whoever has a court's document. */
    record RequestUnfreeze(EscrowAccountId account, String orderNo, String authority, List<Evidence> evidence)
            implements FreezeCommand {
        public RequestUnfreeze {
            evidence = List.copyOf(evidence);
        }
    }

    /** Lifts an order, with a second person's approval. */
    record UnfreezeFunds(
            EscrowAccountId account,
            String orderNo,
            int requestNo,
            String authority,
            List<Evidence> evidence,
            Optional<Approval> approval)
            implements FreezeCommand, Approvable {
        public UnfreezeFunds {
            evidence = List.copyOf(evidence);
        }

        @Override
        public List<String> approvedContent() {
            var content = new ArrayList<>(
                    List.of("UnfreezeFunds", account.value(), orderNo, Integer.toString(requestNo), authority));
            evidence.forEach(
                    document -> content.addAll(List.of(document.documentId(), document.type(), document.sm3())));
            return content;
        }
    }

    /** Notes that an order's time is over; without effect before that. */
    record ExpireFreeze(EscrowAccountId account, String orderNo) implements FreezeCommand {}
}
