package io.coffer.api.splits;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.time.Instant;

/** Every refusal around splits. */
public sealed interface SplitRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** Legs and fee are the base, to the last fen (C10). */
    record SplitSumDiffers(Money base, Money given) implements SplitRejection {

        @Override
        public String sentence() {
            return "The legs and the fee add up to " + given + ", not to " + base + ".";
        }
    }

    /** One payee, one leg: nobody could tell two apart. */
    record SplitPayeeTwice(String payee) implements SplitRejection {

        @Override
        public String sentence() {
            return payee + " has two legs; add them up.";
        }
    }

    /** More payees are given their parts by a further split. */
    record SplitLegsTooMany(int most) implements SplitRejection {

        @Override
        public String sentence() {
            return "A split has between 1 and " + most + " legs.";
        }
    }

    /** The number is another split's. */
    record SplitNumberTaken(String split) implements SplitRejection {

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Another split has the number " + split + ".";
        }
    }

    /** A switch halts splits of this merchant's contracts, until people let them go again. */
    record SplitsAreStopped(String merchant) implements SplitRejection {

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Splits of contracts of " + merchant + " are stopped.";
        }
    }

    /** Only what is stopped, and by this very stop, is let go again. */
    record SplitStopNotInForce(int stopNo) implements SplitRejection {

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Stop " + stopNo + " is not in force.";
        }
    }

    /** What people agreed to is another split. */
    record SplitTermsDiffer(String split) implements SplitRejection {

        @Override
        public String sentence() {
            return split + " was defined otherwise.";
        }
    }

    /** A refund gets back what was given of its own payment only (R4). */
    record SplitOfOtherPayment(String order) implements SplitRejection {

        @Override
        public String sentence() {
            return "The split is of " + order + ".";
        }
    }

    /** Nobody gives back more than it got of this split, returns on their way counted. */
    record ReturnExceedsLeg(String payee, Money returnable) implements SplitRejection {

        @Override
        public String sentence() {
            return payee + " can give back " + returnable + " of this split.";
        }
    }

    /** After so long a time what was given stays given. */
    record ReturnWindowExceeded(Instant until) implements SplitRejection {

        @Override
        public String sentence() {
            return "Payees gave back of this split until " + until + ".";
        }
    }

    /** Nothing of the split is promised to the refund now. */
    record ReturnNotPromised(String refund) implements SplitRejection {

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Nothing of this split is promised to " + refund + ".";
        }
    }
}
