package io.coffer.command.settlements;

import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.money.NotMoney;
import io.coffer.api.settlements.SettlementLine;
import java.time.LocalDate;
import java.util.Optional;

/** One row of a settlement file: the first is its header, every other a line of it. */
record SettlementRow(Optional<Header> header, Optional<Line> line) {

    /** As of a bank's line: twenty thousand of them add up to a number that is one. */
    private static final Money MOST = Money.fen(10_000_000_000_000L);

    /**
     * @param fileVersion absent for the first file of a date
     * @param net what the channel pays for all lines
     */
    record Header(
            String channel,
            LocalDate settlementDate,
            Optional<Integer> fileVersion,
            int count,
            Amount net,
            Optional<PaidBy> paidBy) {}

    /** The bank's line by which the channel pays. */
    record PaidBy(String bankCode, String custodyAccount, LocalDate bankDate, String coreNo) {}

    /** @param fee of payments only */
    record Line(SettlementLine.Kind kind, String no, Amount amount, Optional<Amount> fee) {

        SettlementLine toLine() {
            var money = amount.toPositiveMoney();
            if (money.exceeds(MOST)) {
                throw new NotMoney("AMOUNT_MALFORMED", "One line of a channel is at most " + MOST + ".");
            }
            return new SettlementLine(kind, no, money, fee.map(Amount::toMoney).orElse(Money.ZERO));
        }
    }
}
