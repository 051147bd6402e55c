package io.coffer.command.receipts;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.ReceiptCommand.RecordReceipt;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a line asks for its twins. Any weak and any strong line of one booking meet in one of these: a weak one asks under
 * its payer and among all payers, a strong one under its payer, or among all when it names none. A weak one without payer
 * is never booked by itself, so it need not be met.
 */
final class Fingerprints {

    private Fingerprints() {}

    static List<FingerprintId> of(RecordReceipt notice) {
        var payer = notice.payer().map(BankAccountRef::token);
        return notice.receipt().isWeak()
                ? ofWeak(notice.where(), notice.amount(), payer)
                : List.of(payer.map(token -> FingerprintId.ofPayer(notice.where(), notice.amount(), token))
                        .orElseGet(() -> FingerprintId.ofAnyPayer(notice.where(), notice.amount())));
    }

    static List<FingerprintId> ofWeak(BookingPlace place, Money amount, Optional<String> payer) {
        return Stream.concat(
                        Stream.of(FingerprintId.ofAnyPayer(place, amount)),
                        payer.stream().map(token -> FingerprintId.ofPayer(place, amount, token)))
                .toList();
    }
}
