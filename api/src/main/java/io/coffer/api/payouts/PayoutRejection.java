package io.coffer.api.payouts;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.time.Instant;

/** Every refusal around payouts. */
public sealed interface PayoutRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** A switch halts submissions. */
    record PayoutsStopped(String payout) implements PayoutRejection {
        @Override
        public String sentence() {
            return "Payouts are stopped; this one waits.";
        }
    }

    /** The same number may be sent again only after the bank denied it and the quiet time passed. */
    record NotYetResendable(Instant earliest) implements PayoutRejection {
        @Override
        public String sentence() {
            return "The same number may be sent again at " + earliest + " at the earliest, after the bank denied it.";
        }
    }

    /** The bank now says something else than it said before. Somebody must ask it. */
    record ContradictsOutcome(String recorded) implements PayoutRejection {
        @Override
        public String sentence() {
            return "The payout is " + recorded + "; a contradicting result is not taken.";
        }
    }

    /** A bank gives back all of a payout, and into the account that it was paid from. */
    record ReturnDiffers(Money paid, Money claimed, String custodyAccount) implements PayoutRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "A return is of the whole " + paid + ", into " + custodyAccount + ".";
        }
    }

    /** A bank debits all of a payout, once, and from the account that we named. */
    record DebitDiffers(Money instructed, Money debited, String custodyAccount) implements PayoutRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The payout is of " + instructed + ", from " + custodyAccount + ".";
        }
    }

    /** Another bank line gave this payout back before, or said so. */
    record AlreadyReturned(String receipt) implements PayoutRejection {
        @Override
        public String sentence() {
            return "The payout came back by " + receipt + "; another line of the bank is something else.";
        }
    }

    /** Evidence settles an unknown payout only after the agreed hours. */
    record TooEarlyForEvidence(Instant earliest) implements PayoutRejection {
        @Override
        public String sentence() {
            return "An unknown payout may be settled by evidence from " + earliest + " on.";
        }
    }

    /** Settling needs the bank's paper. */
    record BankEvidenceMissing(String payout) implements PayoutRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "At least one document of the bank must prove the outcome.";
        }
    }

    /** The command names another resolution than the pending one. */
    record ResolutionNotPending(int resolutionNo) implements PayoutRejection {
        @Override
        public String sentence() {
            return "No undecided resolution has the number " + resolutionNo + ".";
        }
    }

    /** The switch is not stopped, or another stop came since. */
    record StopNotInForce(int stopNo) implements PayoutRejection {
        @Override
        public String sentence() {
            return "Stop number " + stopNo + " is not in force.";
        }
    }
}
