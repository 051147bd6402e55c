package io.coffer.command.receipts;

import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the account's number in what a payer wrote where the bank's line has none. Only a number that somebody once had is
 * one: any other digits are the payer's own and stay in the vault.
 */
final class RemarkNumbers {

    /** A longer remark is no bank's; it is not searched. */
    private static final int LONGEST = 1_024;

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])" + NumberPlan.PATTERN + "(?![0-9])");

    private final Predicate<VirtualAccountId> isKnown;

    RemarkNumbers(Predicate<VirtualAccountId> isKnown) {
        this.isKnown = isKnown;
    }

    /** The numbers that the remark names; of several, nobody guesses which is meant. */
    List<VirtualAccountId> in(String remark, String bankCode) {
        return candidates(remark, bankCode).stream().filter(isKnown).toList();
    }

    private static Set<VirtualAccountId> candidates(String remark, String bankCode) {
        return remark.length() > LONGEST
                ? Set.of()
                : NUMBER.matcher(remark)
                        .results()
                        .map(MatchResult::group)
                        .map(number -> VirtualAccountId.of(bankCode, number))
                        .collect(Collectors.toUnmodifiableSet());
    }
}
