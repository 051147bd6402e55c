package io.coffer.api.accounts;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every refusal of an escrow account. */
public sealed interface EscrowRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** The terms contradict themselves; every reason is listed. */
    record TermsInvalid(List<String> reasons) implements EscrowRejection {
        @Override
        public String sentence() {
            return "The terms cannot be kept: " + String.join("; ", reasons) + ".";
        }
    }

    /** Terms may be amended before the first money only. */
    record AlreadyFunded(Money received) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Money has come in; from now on only a supplement signed by all parties changes the terms.";
        }
    }

    /** The condition is not part of the agreed terms. */
    record ConditionNotAgreed(ReleaseCondition condition, Set<ReleaseCondition> agreed) implements EscrowRejection {
        @Override
        public String sentence() {
            return "The terms do not name " + condition + "; they name " + agreed + ".";
        }
    }

    /** A fact needs at least one document that proves it. */
    record EvidenceMissing(String fact) implements EscrowRejection {
        @Override
        public String sentence() {
            return "At least one document must prove " + fact + ".";
        }
    }

    /** The party is not the one who gets such money, or who answers for it. */
    record NotTheBeneficiary(String partyId) implements EscrowRejection {
        @Override
        public String sentence() {
            return "Released money goes to a seller, a claim to a buyer, and only a seller answers a claim; " + partyId
                    + " is not the one.";
        }
    }

    /** The party has another payee account already; changing it takes two people and 24 hours. */
    record PayeeAlreadyBound(String partyId) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "A payee account is bound for " + partyId + " already; it is changed, not bound again.";
        }
    }

    /** No verified account is bound for the party. */
    record PayeeNotBound(String partyId) implements EscrowRejection {
        @Override
        public String sentence() {
            return "No verified payee account is bound for " + partyId + ".";
        }
    }

    /** More was asked than may be released now, requests that wait included. */
    record ExceedsReleasable(Money asked, Money releasable, Money gap) implements EscrowRejection {
        @Override
        public String sentence() {
            return "Only " + releasable + " may be released; " + gap + " are missing.";
        }
    }

    /** The release number is taken by another request. */
    record ReleaseNumberTaken(String releaseNo) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Release " + releaseNo + " was requested before.";
        }
    }

    /** There is no such release request, or it is decided. */
    record ReleaseNotPending(String releaseNo) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "No undecided release request has the number " + releaseNo + ".";
        }
    }

    /** The command names another amount or payee than the request. */
    record DiffersFromRequest(String releaseNo, Money requested) implements EscrowRejection {
        @Override
        public String sentence() {
            return "Release " + releaseNo + " was requested over " + requested + " to another content than this.";
        }
    }

    /** The payout is not the one that holds this release's money. */
    record NotTheTaker(String releaseNo, String payout) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return payout + " does not hold the money of release " + releaseNo + ".";
        }
    }

    /** Everything that keeps the account open, at once. */
    record ClosureBlocked(List<ClosureBlocker> blockers) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The account cannot be closed yet: "
                    + blockers.stream()
                            .map(blocker -> blocker.kind().name())
                            .distinct()
                            .toList() + ".";
        }
    }

    /** An account takes a receipt of its own custody account only. */
    record WrongCustodyAccount(String pinned) implements EscrowRejection {
        @Override
        public String sentence() {
            return "The receipt is at another custody account than the pinned " + pinned + ".";
        }
    }

    /** The party's account was changed, and all parties may still object. */
    record PayeeNotEffective(String partyId, Instant effectiveFrom) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The payee account of " + partyId + " was changed; money may go there from " + effectiveFrom
                    + " on.";
        }
    }

    /** Another change of the party's account waits for its approval. */
    record PayeeChangeUndecided(String partyId, int changeNo) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Change " + changeNo + " of the payee account of " + partyId + " is not decided yet.";
        }
    }

    /** There is no such change of a payee, or it is decided. */
    record PayeeChangeNotPending(int changeNo) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "No undecided payee change has the number " + changeNo + " and this content.";
        }
    }

    /** The command names another payee account or amount than the one that holds now. */
    record PayeeDiffers(String releaseNo, String partyId) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The payee account of " + partyId + " is another one by now; release " + releaseNo
                    + " is to be asked for again.";
        }
    }

    /** Nothing came back of the release, or it is decided. */
    record ReturnNotUndecided(String releaseNo, String stage) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "No returned money of release " + releaseNo + " waits for this; it is " + stage + ".";
        }
    }

    /**
     * Orders keep money that came back.
     *
     * @param free what of it none of them would catch
     * @param orders those that do
     */
    record ReturnFrozen(String releaseNo, Money amount, Money free, List<HoldingOrder> orders)
            implements EscrowRejection {
        public ReturnFrozen {
            orders = List.copyOf(orders);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return orders.stream()
                    .map(order -> order.orderNo() + " (" + order.kind() + ")")
                    .collect(Collectors.joining(
                            ", ",
                            "Of " + amount + " that came back of " + releaseNo + " only " + free
                                    + " may go again. It is kept by ",
                            "."));
        }
    }

    /** The release has no more numbers for paying it again. */
    record ReissuesExhausted(String releaseNo, int most) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Release " + releaseNo + " was tried " + most + " times; its money can only be restored.";
        }
    }

    /** Not all parties have signed with their proof; every reason is listed. */
    record SignaturesInvalid(List<String> reasons) implements EscrowRejection {
        @Override
        public String sentence() {
            return "This is not signed by all parties: " + String.join("; ", reasons) + ".";
        }
    }

    /** Supplements are signed one after the other. */
    record SupplementOutOfOrder(int next) implements EscrowRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The next supplement has the number " + next + ".";
        }
    }
}
