package io.coffer.bank;

import java.util.List;

/** The part that a real channel would have, too: instruct a refund and query it. */
final class RefundApi {

    private final ChannelBooks books;
    private final Desk<ChannelRefund, RefundRequest> desk;

    RefundApi(ChannelBooks books, Desk<ChannelRefund, RefundRequest> desk) {
        this.books = books;
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/channel/refunds", this::submit),
                new Route("GET", "/channel/refunds/*", this::query));
    }

    private Reply submit(Call call) {
        RefundRequest request = RefundRequest.from(call.fields());
        return switch (desk.submit(request)) {
            case Reaction.Answered(var outcome) -> Reply.ok(answer(request.refundNo(), outcome, "ACCEPTED"));
            case Reaction.AcceptedAfterCallback _, Reaction.AcceptedAfterReturn _ ->
                Reply.ok(RefundAnswer.open(request.refundNo(), "ACCEPTED"));
            case Reaction.Silent _ -> new Reply.Withheld();
        };
    }

    private Reply query(Call call) {
        String refundNo = call.lastSegment();
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
                yield RefundAnswer.succeeded(credit, credit.feeReturned());
            }
        };
    }
}
