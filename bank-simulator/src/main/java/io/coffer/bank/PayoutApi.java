package io.coffer.bank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The part that a real bank would have, too: instruct and query. */
final class PayoutApi {

    private final Desk<BankPayout, PayoutRequest> desk;

    PayoutApi(Desk<BankPayout, PayoutRequest> desk) {
        this.desk = desk;
    }

    List<Route> routes() {
        return List.of(
                new Route("POST", "/bank/payouts", this::submit), new Route("GET", "/bank/payouts/*", this::query));
    }

    private Reply submit(Call call) {
        PayoutRequest request = PayoutRequest.from(call.fields());
        return switch (desk.submit(request)) {
            case Reaction.Answered(var outcome) -> Reply.ok(answer(request.payoutNo(), outcome, "ACCEPTED"));
            case Reaction.AcceptedAfterCallback _, Reaction.AcceptedAfterReturn _ ->
                Reply.ok(answer(request.payoutNo(), new Outcome.Pending(), "ACCEPTED"));
            case Reaction.Silent _ -> new Reply.Withheld();
        };
    }

    private Reply query(Call call) {
        String payoutNo = call.lastSegment();
        return Reply.ok(answer(payoutNo, desk.query(payoutNo), "PENDING"));
    }

    private static Answer answer(String payoutNo, Outcome outcome, String wordForPending) {
        return switch (outcome) {
            case Outcome.NotFound _ -> new Answer(payoutNo, "NOT_FOUND", null, null, null, null);
            case Outcome.Pending _ -> new Answer(payoutNo, wordForPending, null, null, null, null);
            case Outcome.Succeeded(var coreNo, var bankDate, var _) ->
                new Answer(payoutNo, "SUCCEEDED", coreNo, null, null, bankDate);
            case Outcome.Refused(var _, var code, var message, var bankDate, var _) ->
                new Answer(payoutNo, "REFUSED", null, code, message, bankDate);
        };
    }

    private record Answer(
            String payoutNo,
            String result,
            @Nullable String coreNo,
            @Nullable String code,
            @Nullable String message,
            @Nullable LocalDate bankDate) {}
}
