package io.coffer.api.receipts;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.time.Instant;

/** Every refusal around receipts and numbers. */
public sealed interface ReceiptRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.CONFLICT;
    }

    /** The receipt is not free for this. */
    record ReceiptNotFree(String state) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The receipt is " + state + ", which does not allow this.";
        }
    }

    /** The reservation is for another account. */
    record NotTheReservation(String account) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The receipt is not reserved for " + account + ".";
        }
    }

    /** The weak receipt is the notice of another booking. */
    record AlreadyIdentified(String coreNo) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The receipt is identified as booking " + coreNo + " already.";
        }
    }

    /** Another weak receipt is the notice of this booking. */
    record ReceiptKeyTaken(String receipt) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The booking is the one that " + receipt + " told us of.";
        }
    }

    /** The bank sent another statement for this day before. */
    record StatementDiffers(String statement) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The bank announced " + statement + " with other figures before.";
        }
    }

    /** The lines that were taken are not those that the bank announced. */
    record StatementIncomplete(int announced, int taken, Money missing) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return taken + " of " + announced + " lines were taken; they do not add up to what the bank announced.";
        }
    }

    /** One booking has one line: counted twice, it would make up for another one that is missing. */
    record LineRepeated(String coreNo) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The statement has the line " + coreNo + " already.";
        }
    }

    /** The statement says another amount than the receipt. */
    record StatementContradictsReceipt(Money recorded, Money stated) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The receipt is over " + recorded + ", the statement says " + stated + ".";
        }
    }

    /** People decide one thing at a time about a receipt. */
    record VerdictPending(int verdictNo) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "Verdict " + verdictNo + " on the receipt is not decided, or not carried out, yet.";
        }
    }

    /** Nobody asked for this verdict, or it is decided. */
    record VerdictNotPending(int verdictNo) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "Verdict " + verdictNo + " does not wait for approval.";
        }
    }

    /** The bank did not say whose account the money came from. */
    record PayerUnknown(String receipt) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The bank did not say which account " + receipt + " came from.";
        }
    }

    /** What the bank says must be on its papers. */
    record ReceiptEvidenceMissing(String receipt) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "A verdict on " + receipt + " needs the bank's papers.";
        }
    }

    /** Nothing is doubtful about the receipt, or the amount is the recorded one. */
    record NothingToDecide(String receipt) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The verdict would change nothing about " + receipt + ".";
        }
    }

    /** The account has the receipt already. */
    record CorrectionInVain(String account) implements ReceiptRejection {
        @Override
        public String sentence() {
            return account + " is the account that took the receipt.";
        }
    }

    /** What went into a fee account pays open advances at once, so it cannot be taken back as a whole. */
    record CorrectionNotSupported(String account) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return account + " took the receipt for good; what it took is not taken back.";
        }
    }

    /** Price and hold-back are words of an escrow account. */
    record UseNotApplicable(String account) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return account + " is no escrow account, so its money is for neither price nor hold-back.";
        }
    }

    /** Another account has the number. */
    record NumberTaken(String number) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "Number " + number + " has an owner.";
        }
    }

    /** The number rests so that late money never reaches the next contract. */
    record NumberInQuarantine(String number, Instant until) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "Number " + number + " is in quarantine until " + until + ".";
        }
    }

    /** The account that had the number is closed; late money belongs to its payer. */
    record NumberOfClosedAccount(String number, String account) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "Number " + number + " was that of " + account + ", which is closed.";
        }
    }

    /** Nobody has the number. */
    record NumberUnknown(String number) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "Number " + number + " has no owner.";
        }
    }

    /** The bank told of the line before, as of another kind; one line is booked once. */
    record LineKindDiffers(String receipt, String recordedAs) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The line stands here as " + recordedAs + " of " + receipt + ".";
        }
    }

    /** The line was handed to another payout, or that one has booked it. */
    record ReturnOfAnother(String payout) implements ReceiptRejection {
        @Override
        public String sentence() {
            return "The line is the return of " + payout + ".";
        }
    }

    /** Only the institution's own accounts send own transfers; anybody else's money is a receipt. */
    record PayerNotOurs(String custodyAccount) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The payer of an own transfer to " + custodyAccount + " is none of the institution's accounts.";
        }
    }

    /** Money that goes to anybody else's account is a payout of ours, or a mistake of the bank. */
    record PayeeNotOurs(String custodyAccount) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The payee of an own transfer from " + custodyAccount + " is none of the institution's accounts.";
        }
    }

    /** No row of a statement that says what is booked. */
    record LineKindNotSupported(String lineKind) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "Lines of kind " + lineKind + " are not booked as receipts.";
        }
    }

    /** A line needs the bank's core number, or the number of its notice where such lines are taken. */
    record LineNotIdentifiable(String custodyAccount) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "A line at " + custodyAccount
                    + " needs the bank's core number, or its notice number where such lines are taken.";
        }
    }

    /** The custody account of the notice is none of the institution's. */
    record CustodyAccountUnknown(String custodyAccount) implements ReceiptRejection {
        @Override
        public Kind kind() {
            return Kind.RULE;
        }

        @Override
        public String sentence() {
            return "The institution keeps no custody account " + custodyAccount + ".";
        }
    }
}
