package io.coffer.api.refunds;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;

/** Every refusal around refunds. */
public sealed interface RefundRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** What people agreed to is another amount. */
    record RefundAmountDiffers(Money requested) implements RefundRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The refund was requested over " + requested + ".";
        }
    }

    /** The channel pays a refund out of what it owes for its own payments, or out of the account that was paid. */
    record RefundFundsDiffer(String refund) implements RefundRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The refund is not paid out of that channel or that account.";
        }
    }

    /** On such a date the channel settled nothing of this refund; it must be asked. */
    record RefundDateNotPossible(LocalDate first, LocalDate last) implements RefundRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The money of a refund moves between " + first + " and " + last + ".";
        }
    }

    /** One refund is not sent to more accounts. */
    record ReroutesExhausted(int most) implements RefundRejection {
        @Override
        public String sentence() {
            return "The refund was sent to " + most + " accounts; no more are tried.";
        }
    }

    /** Money goes back to who paid: an account of another holder is none of the payer's. */
    record RerouteHolderDiffers(String refund) implements RefundRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The account is not held by who paid.";
        }
    }

    /** Somebody must have seen that the account is the payer's. */
    record RerouteEvidenceMissing(String refund) implements RefundRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "At least one document must prove that the account is the payer's.";
        }
    }

    /** What the payer of a terminated contract had once is never the account's again. */
    record PayerHadRefund(String refund) implements RefundRejection {
        @Override
        public String sentence() {
            return "The payer had the money once; it goes to another account of the payer's, and nowhere else.";
        }
    }

    /** Nobody asks for this account any more. */
    record RerouteNotRequested(int rerouteNo) implements RefundRejection {
        @Override
        public String sentence() {
            return "Reroute " + rerouteNo + " is not the latest one, or names another account.";
        }
    }

    /** The same number may be sent again only after the channel denied it and the quiet time passed. */
    record RefundNotYetResendable(Instant earliest) implements RefundRejection {
        @Override
        public String sentence() {
            return "The same number may be sent again at " + earliest + " at the earliest.";
        }
    }

    /** A refund that was put off too often is sent again when somebody wants it. */
    record RefundPutOff(int attempts) implements RefundRejection {
        @Override
        public String sentence() {
            return "The refund was put off " + attempts + " times; somebody must ask for the next attempt.";
        }
    }

    /** Settling a refund needs the channel's paper. */
    record RefundEvidenceMissing(String refund) implements RefundRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "At least one document of the channel must prove what became of the refund.";
        }
    }

    /** Papers settle an unknown refund only after the agreed hours. */
    record TooEarlyForPapers(Instant earliest) implements RefundRejection {
        @Override
        public String sentence() {
            return "A refund of unknown outcome may be settled by papers from " + earliest + " on.";
        }
    }

    /** People are about to settle it by papers; nothing else may come between. */
    record RefundPapersOpen(int resolutionNo) implements RefundRejection {
        @Override
        public String sentence() {
            return "Resolution " + resolutionNo + " waits for a second person.";
        }
    }

    /** The command names another resolution than the open one. */
    record RefundResolutionNotOpen(int resolutionNo) implements RefundRejection {
        @Override
        public String sentence() {
            return "No undecided resolution has the number " + resolutionNo + ".";
        }
    }

    /** Nobody has to decide on such a contradiction. */
    record ContradictionNotOpen(int contradictionNo) implements RefundRejection {
        @Override
        public String sentence() {
            return "No undecided contradiction has the number " + contradictionNo + ".";
        }
    }

    /** The channel says that the payer has the money; until people know, nobody else gets it. */
    record RefundSuccessClaimed(int contradictionNo) implements RefundRejection {
        @Override
        public String sentence() {
            return "The channel claims that the payer has the money; contradiction " + contradictionNo
                    + " must be decided first.";
        }
    }

    /** One credit of the channel is booked once. */
    record RefundCreditBooked(String channelRefundNo) implements RefundRejection {
        @Override
        public String sentence() {
            return "The channel's refund " + channelRefundNo + " was found true before and is booked.";
        }
    }

    /** The channel now says something else than it said before. Somebody must ask it. */
    record ContradictsRefund(String recorded) implements RefundRejection {
        @Override
        public String sentence() {
            return "The refund is " + recorded + "; a contradicting result is not taken.";
        }
    }
}
