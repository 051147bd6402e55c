package io.coffer.bank;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** What the journal says about payment channels, folded. */
final class ChannelBooks {

    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Map<String, ChannelPayment> payments = new ConcurrentHashMap<>();
    private final Map<String, ChannelPayment> netPayments = new ConcurrentHashMap<>();
    private final Map<String, ChannelRefund> refunds = new ConcurrentHashMap<>();
    private final Collection<ChannelEntry.Settled> settlements = new ConcurrentLinkedQueue<>();

    void apply(ChannelEntry entry) {
        switch (entry) {
            case ChannelEntry.Payment payment -> paid(payment);
            case ChannelEntry.Settled settled -> {
                settlements.add(settled);
                channel(settled.channel()).close(settled);
            }
            case ChannelEntry.PaymentCallback _ -> {}
            case RefundEntry refund -> apply(refund);
        }
    }

    private void paid(ChannelEntry.Payment payment) {
        ChannelPayment before = payments.get(payment.tradeNo());
        if (before != null) {
            before.toldAgain(payment);
            return;
        }
        ChannelPayment first = new ChannelPayment(payment);
        payments.put(payment.tradeNo(), first);
        if (payment.coreNo() != null) {
            netPayments.put(payment.coreNo(), first);
        }
        if (payment.settlementDate() != null) {
            channel(payment.channel()).add(payment.settlementDate(), Bucket.Line.of(payment));
        }
    }

    private void apply(RefundEntry entry) {
        ChannelRefund refund = refund(entry.refundNo());
        // Attempts to tell are written down at any time, and may not see a claim of another moment.
        synchronized (refund) {
            Fen claimBefore = refund.claim();
            Fen refundedBefore = refund.refunded();
            refund.apply(entry);
            RefundEntry.Instruction instruction = refund.instruction();
            ChannelPayment payment =
                    instruction == null ? null : original(instruction.channel(), instruction.original());
            if (payment != null) {
                payment.claims(refund.claim().minus(claimBefore));
                payment.refunds(refund.refunded().minus(refundedBefore));
            }
            if (entry instanceof RefundEntry.Credit credit && payment != null) {
                payment.returnsFee(credit.feeReturned());
            }
        }
        settle(entry);
    }

    private void settle(RefundEntry entry) {
        switch (entry) {
            case RefundEntry.Credit credit -> {
                Channel channel = channel(credit.channel());
                if (credit.settlementDate() != null) {
                    channel.add(credit.settlementDate(), Bucket.Line.of(Bucket.Kind.REFUND, credit, credit.amount()));
                }
                if (credit.feeSettlementDate() != null) {
                    channel.add(
                            credit.feeSettlementDate(),
                            Bucket.Line.of(Bucket.Kind.FEE_RETURNED, credit, credit.feeReturned()));
                }
            }
            case RefundEntry.Bounce bounce -> {
                if (bounce.settlementDate() != null) {
                    channel(bounce.channel())
                            .add(bounce.settlementDate(), Bucket.Line.of(Bucket.Kind.BOUNCE, bounce, bounce.amount()));
                }
            }
            case RefundEntry.Instruction _, RefundEntry.Refusal _, RefundEntry.Denial _, RefundEntry.Callback _ -> {}
        }
    }

    Channel channel(String name) {
        return channels.computeIfAbsent(name, _ -> new Channel());
    }

    @Nullable
    ChannelPayment payment(String tradeNo) {
        return payments.get(tradeNo);
    }

    Collection<ChannelPayment> payments() {
        return payments.values();
    }

    Collection<ChannelEntry.Settled> settlements() {
        return settlements;
    }

    /** The payment with a trade number, or the one that was paid net under a core number. */
    @Nullable
    ChannelPayment original(String channel, String number) {
        ChannelPayment payment = payments.getOrDefault(number, netPayments.get(number));
        return payment != null && payment.entry().channel().equals(channel) ? payment : null;
    }

    ChannelRefund refund(String refundNo) {
        return refunds.computeIfAbsent(refundNo, ChannelRefund::new);
    }

    @Nullable
    ChannelRefund findRefund(String refundNo) {
        return refunds.get(refundNo);
    }

    Collection<ChannelRefund> refunds() {
        return refunds.values();
    }

    List<ChannelRefund.CreditCount> credits() {
        return refunds.values().stream()
                .map(ChannelRefund::credits)
                .filter(credit -> credit.count() > 0)
                .sorted(Comparator.comparing(ChannelRefund.CreditCount::refundNo))
                .toList();
    }
}
