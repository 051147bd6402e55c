package io.coffer.api.ledger;

import static io.coffer.api.ledger.Posting.credit;
import static io.coffer.api.ledger.Posting.debit;
import static io.coffer.api.ledger.Postings.journal;
import static io.coffer.api.ledger.Postings.move;
import static io.coffer.api.ledger.SubLedgers.bearer;
import static io.coffer.api.ledger.SubLedgers.channelCost;
import static io.coffer.api.ledger.SubLedgers.channelPayable;
import static io.coffer.api.ledger.SubLedgers.clearing;
import static io.coffer.api.ledger.SubLedgers.contract;
import static io.coffer.api.ledger.SubLedgers.custody;
import static io.coffer.api.ledger.SubLedgers.dueFromReserve;
import static io.coffer.api.ledger.SubLedgers.excess;
import static io.coffer.api.ledger.SubLedgers.income;
import static io.coffer.api.ledger.SubLedgers.merchant;
import static io.coffer.api.ledger.SubLedgers.ownCash;
import static io.coffer.api.ledger.SubLedgers.toSweep;
import static io.coffer.api.ledger.SubLedgers.unmatched;

import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent;
import io.coffer.api.payments.PaymentEvent.DuplicatePaymentDetected;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.promotions.Discount;
import io.coffer.api.promotions.Funder;
import java.util.ArrayList;
import java.util.List;

/** The posting rules of payments: the whole price becomes somebody's, and the fee is a leg of its own. */
final class PaymentPostings {

    private static final String PRODUCT = "PAYMENTS";

    private PaymentPostings() {}

    static List<Journal> of(PaymentEvent event) {
        return switch (event) {
            case PaymentCaptured e -> captured(e);
            case PaymentReceived e -> received(e);
            case DuplicatePaymentDetected e -> move("PR-106", unmatched(e.receipt()), excess(e.receipt()), e.amount());
            case PaymentEvent.PaymentOrderCreated _,
                    PaymentEvent.DiscountAttached _,
                    PaymentEvent.PaymentOrderOpened _,
                    PaymentEvent.PaymentOrderRefused _,
                    PaymentEvent.PaymentNumberAttached _,
                    PaymentEvent.PaymentDeclined _,
                    PaymentEvent.PaymentOrderExpired _,
                    PaymentEvent.PaymentOrderCancelled _,
                    PaymentEvent.RefundAdmitted _,
                    PaymentEvent.RefundDismissed _,
                    PaymentEvent.RefundReinstated _,
                    PaymentEvent.RefundCompleted _ -> List.of();
        };
    }

    private static List<Journal> captured(PaymentCaptured event) {
        return switch (event.settling()) {
            case NET -> settledNet(event);
            case GROSS -> settledGross(event);
        };
    }

    /** The merchant set the fee of its one payment aside; a channel's fee on a payment too many is nobody's but ours. */
    private static List<Journal> settledNet(PaymentCaptured event) {
        var lines = new ArrayList<Posting>();
        addDebit(lines, owed(event), event.amount().minus(event.fee()));
        if (event.bearer() == FeeBearer.MERCHANT_B && event.place() == PaymentPlace.CONTRACT) {
            addDebit(lines, merchant(event.contract().feeAccount(), MerchantBucket.RESERVED), event.fee());
            lines.add(credit(whose(event), event.amount()));
            return List.of(new Journal("PR-111", Book.R, lines));
        }
        addDebit(lines, custody(event.custodyAccount()), event.fee());
        lines.add(credit(whose(event), event.amount()));
        var reserve = new Journal("PR-112", Book.R, lines);
        return event.fee().isZero()
                ? List.of(reserve)
                : List.of(
                        reserve,
                        journal(
                                "PR-112",
                                channelCost(event.capture().channel()),
                                ownCash(event.custodyAccount()),
                                event.fee()));
    }

    /** A fee that the payer bears goes past us. */
    private static List<Journal> settledGross(PaymentCaptured event) {
        var reserve = journal("PR-114", owed(event), whose(event), event.amount());
        if (event.bearer() == FeeBearer.PAYER || event.fee().isZero()) {
            return List.of(reserve);
        }
        var channel = event.capture().channel();
        return List.of(reserve, journal("PR-114", channelCost(channel), channelPayable(channel), event.fee()));
    }

    private static List<Journal> received(PaymentReceived event) {
        var mine = contract(event.contract(), event.order(), MerchantBucket.AVAILABLE);
        if (event.isNet()) {
            return move("PR-116", unmatched(event.receipt()), mine, event.amount());
        }
        var rule = event.discount().map(PaymentPostings::discounted).orElse("PR-117");
        var own = new ArrayList<Posting>();
        var lines = new ArrayList<Posting>();
        lines.add(debit(unmatched(event.receipt()), event.amount()));
        event.discount().ifPresent(discount -> {
            lines.add(debit(custody(discount.custodyAccount()), discount.amount()));
            own.add(debit(bearer(discount), discount.amount()));
            own.add(credit(ownCash(discount.custodyAccount()), discount.amount()));
        });
        lines.add(credit(mine, event.credited()));
        if (event.bearer() == FeeBearer.MERCHANT_B && !event.fee().isZero()) {
            lines.add(debit(merchant(event.contract().feeAccount(), MerchantBucket.RESERVED), event.fee()));
            lines.add(credit(toSweep(event.order().value()), event.fee()));
            own.add(debit(dueFromReserve(), event.fee()));
            own.add(credit(income(PRODUCT), event.fee()));
        }
        var reserve = new Journal(rule, Book.R, lines);
        return own.isEmpty() ? List.of(reserve) : List.of(reserve, new Journal(rule, Book.O, own));
    }

    private static String discounted(Discount discount) {
        return switch (discount.funder()) {
            case Funder.PlatformOwn _ -> "PR-803";
            case Funder.PostBilled _ -> "PR-805";
        };
    }

    private static void addDebit(List<Posting> lines, LedgerAccount account, Money amount) {
        if (!amount.isZero()) {
            lines.add(debit(account, amount));
        }
    }

    private static LedgerAccount owed(PaymentCaptured event) {
        return clearing(event.capture().channel(), event.capture().settlementDate());
    }

    private static LedgerAccount whose(PaymentCaptured event) {
        return switch (event.place()) {
            case CONTRACT -> contract(event.contract(), event.order(), MerchantBucket.AVAILABLE);
            case EXCESS -> excess(event.order(), event.capture().tradeNo());
        };
    }
}
