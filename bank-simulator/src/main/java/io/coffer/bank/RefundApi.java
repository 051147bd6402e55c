package io.coffer.bank;

import java.util.List;

/** The part that a real channel would have, too: instruct a refund or a reversal, and query it. */
final class RefundApi {

    private final ChannelBooks books;
    private final Desk<ChannelRefund, RefundRequest> desk;

    RefundApi(ChannelBooks books, Desk<ChannelRefund, RefundRequest> desk) {
        this.books = books;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/channel/refunds", call -> submit(call, false)),
                new Route("GET", "/channel/refunds/*", call -> query(call, false)),
                new Route("POST", "/channel/reversals", call -> submit(call, true)),
                new Route("GET", "/channel/reversals/*", call -> query(call, true)));
    }

    private Reply submit(Call call, boolean isReversal) {
        RefundRequest request = RefundRequest.from(call.fields(), isReversal);
        return switch (desk.submit(request)) {
            case Reaction.Answered(var outcome) -> Reply.ok(answer(request.refundNo(), outcome, "ACCEPTED"));
            case Reaction.AcceptedAfterCallback _, Reaction.AcceptedAfterReturn _ ->
                Reply.ok(RefundAnswer.open(request.refundNo(), "ACCEPTED"));
            case Reaction.Silent _ -> new Reply.Withheld();
        };
    }

    /** Each service knows its own numbers only, though none of them is another's. */
    private Reply query(Call call, boolean isReversal) {
        String refundNo = call.lastSegment();
        ChannelRefund known = books.findRefund(refundNo);
        if (known != null && known.isReversal() != isReversal) {
            return Reply.ok(RefundAnswer.open(refundNo, "NOT_FOUND"));
        }
        return Reply.ok(answer(refundNo, desk.query(refundNo), "PENDING"));
    }

    private RefundAnswer answer(String refundNo, Outcome outcome, String wordForPending) {
        return switch (outcome) {
            case Outcome.NotFound _ -> RefundAnswer.open(refundNo, "NOT_FOUND");
            case Outcome.Pending _ -> RefundAnswer.open(refundNo, wordForPending);
            case Outcome.Refused refused -> RefundAnswer.refused(refundNo, refused);
            case Outcome.Succeeded _ -> {
                RefundEntry.Credit credit = books.refund(refundNo).credit();
                if (credit == null) {
                    throw new IllegalStateException("A success without a credit: " + refundNo);
                }
                yield books.refund(refundNo).isReversal()
                        ? RefundAnswer.reversed(credit)
                        : RefundAnswer.succeeded(credit, credit.feeReturned());
            }
        };
    }
}
