package io.coffer.bank;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Tells what became of a refund: its result as often as its script says, a bounce until somebody has heard it. */
final class RefundCallbacks {

    private final Recipient recipient;

    RefundCallbacks(Recipient recipient) {
        this.recipient = recipient;
    }

    /** Sends the callbacks that are still owed; the future is complete after the first attempt of each. */
    CompletableFuture<?> tell(ChannelRefund refund) {
        synchronized (refund) {
            RefundAnswer body = body(refund);
            if (body == null) {
                return CompletableFuture.completedFuture(null);
            }
            int firstCopy = refund.toldBefore(body.result()) + refund.callbacksDone() + 1;
            return recipient.tell(message(body), firstCopy, refund.callbacksOwed());
        }
    }

    CompletableFuture<?> tellBounce(ChannelRefund refund) {
        RefundEntry.Bounce bounce = refund.bounce();
        return bounce == null || !refund.owesBounce()
                ? CompletableFuture.completedFuture(null)
                : recipient.tell(message(RefundAnswer.bounced(bounce)), 1, 1);
    }

    private static @Nullable RefundAnswer body(ChannelRefund refund) {
        RefundEntry.Credit credit = refund.credit();
        if (credit != null && refund.isReversal()) {
            return RefundAnswer.reversed(credit);
        }
        if (credit != null) {
            return RefundAnswer.succeeded(credit, new Amount(credit.feeReturned(), credit.currency()));
        }
        return refund.outcome() instanceof Outcome.Refused refused
                ? RefundAnswer.refused(refund.number(), refused)
                : null;
    }

    private static Recipient.Message message(RefundAnswer body) {
        return new Recipient.Message(
                "refund-" + body.refundNo() + "-" + body.result(),
                body,
                (copy, attempt) -> new RefundEntry.Callback(
                        body.refundNo(), body.result(), copy, attempt.number(), attempt.status(), attempt.last()));
    }
}
