package io.coffer.command.settlements;

import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.command.kernel.LineAmount;
import java.time.LocalDate;
import java.util.Optional;

/** One row of a settlement file: the first is its header, every other a line of it. */
record SettlementRow(Optional<Header> header, Optional<Line> line) {

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
            return new SettlementLine(
                    kind, no, LineAmount.of(amount), fee.map(Amount::toMoney).orElse(Money.ZERO));
        }
    }
}
