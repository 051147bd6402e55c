package io.coffer.command.payments;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.FeeAccountEvent.FeeAccountOpened;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.command.kernel.Histories;
import java.util.Optional;

/** Where merchants' fee accounts lie, which never move; nothing is known of one that was never opened. */
final class FeeAccountPlaces {

    private final Histories histories;

    FeeAccountPlaces(Histories histories) {
        this.histories = histories;
    }

    Optional<CustodyAccount> of(MerchantFeeAccountId account) {
        return histories
                .beginning(account)
                .flatMap(first -> first instanceof FeeAccountOpened opened
                        ? Optional.of(opened.custodyAccount())
                        : openedLater(account));
    }

    /** What a cancelled refund gave back may have come before. */
    private Optional<CustodyAccount> openedLater(MerchantFeeAccountId account) {
        return histories.fold(
                account,
                Optional.empty(),
                (found, fact) ->
                        fact.event() instanceof FeeAccountOpened opened ? Optional.of(opened.custodyAccount()) : found);
    }

    /** Of an order's merchant. */
    Optional<CustodyAccount> of(PaymentOrderId order) {
        return histories
                .beginning(order, PaymentOrderCreated.class)
                .flatMap(created -> of(created.contract().feeAccount()));
    }
}
