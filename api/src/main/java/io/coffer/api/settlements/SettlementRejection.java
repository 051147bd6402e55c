package io.coffer.api.settlements;

import io.coffer.api.kernel.Rejection;
import io.coffer.api.money.Money;
import java.util.List;
import java.util.stream.Collectors;

/** Every refusal around a channel's settlement. */
public sealed interface SettlementRejection extends Rejection {

    @Override
    default Kind kind() {
        return Kind.RULE;
    }

    /** A row of the file cannot be read; nothing of the file was taken. */
    record SettlementFileNotRead(long row, String reason) implements SettlementRejection {
        @Override
        public String sentence() {
            return "Row " + row + " of the file cannot be taken: " + reason + ".";
        }
    }

    /** The file has more lines than one settlement may have. */
    record SettlementFileTooLong(int linesMax) implements SettlementRejection {
        @Override
        public String sentence() {
            return "A settlement has at most " + linesMax + " lines.";
        }
    }

    /** The file has one thing twice. */
    record SettlementLineRepeated(String line) implements SettlementRejection {
        @Override
        public String sentence() {
            return "The file has the line " + line + " twice.";
        }
    }

    /** The lines are not those that the channel announced. */
    record SettlementFileIncomplete(int announced, int count, Money announcedNet, Money net)
            implements SettlementRejection {
        @Override
        public String sentence() {
            return "The file announces " + announced + " lines of " + announcedNet + " and has " + count + " of " + net
                    + ".";
        }
    }

    /** A channel nets a refund only from a date that holds enough; else it debits a custody account. */
    record SettlementNetNegative(Money lacking) implements SettlementRejection {
        @Override
        public String sentence() {
            return "The lines keep " + lacking + " more than they pay.";
        }
    }

    /**
     * The channel sent this version with other content before.
     *
     * @param differing how many lines are not the same
     * @param lines the first of them
     */
    record SettlementFileDiffers(
            int fileVersion, Money recordedNet, Money claimedNet, int differing, List<String> lines)
            implements SettlementRejection {
        public SettlementFileDiffers {
            lines = List.copyOf(lines);
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "Version " + fileVersion + " of the file came before with other content, in " + differing
                    + " lines.";
        }
    }

    /** A corrected file has the next version. */
    record SettlementVersionNotNext(int expected, int claimed) implements SettlementRejection {
        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }

        @Override
        public String sentence() {
            return "The next version of the file is " + expected + ", not " + claimed + ".";
        }
    }

    /** The receipt is not what the channel pays. */
    record NotTheSettlementsReceipt(List<SettlementEvent.Differing> differs) implements SettlementRejection {
        public NotTheSettlementsReceipt {
            differs = List.copyOf(differs);
        }

        @Override
        public String sentence() {
            return "The receipt is not what the channel pays: "
                    + differs.stream().map(Enum::name).collect(Collectors.joining(", ")) + ".";
        }
    }

    /** The receipt is more than the settlement is open for. */
    record ExceedsClearing(Money open, Money amount) implements SettlementRejection {
        @Override
        public String sentence() {
            return amount + " came in where the channel owes " + open + ".";
        }
    }
}
