package io.coffer.command.payments;

import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.BankAccountRef.AccountClass;
import io.coffer.api.kernel.Keys;
import io.coffer.api.money.Amount;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.PaymentCommand.CapturePayment;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.Tokens;
import io.coffer.platform.vault.Subject;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What channels tell about payments that they captured. */
@RestController
class ChannelPaymentController {

    private final Operations operations;
    private final Tokens tokens;

    ChannelPaymentController(Operations operations, Tokens tokens) {
        this.operations = operations;
        this.tokens = tokens;
    }

    @Operation(
            summary = "Take a channel's word on a payment that it captured: late, twice, out of order",
            description =
                    "The first payment of an order is its contract's; what was paid too often or too late is booked"
                            + " for its payer and waits to be refunded. Another amount than the order's is refused.")
    @PostMapping(
            path = "/v1/bank/channel-payments",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AnswerBody> captured(@RequestBody CaptureBody body, Call call) {
        var capture = new Capture(
                Keys.key("channel", body.channel()),
                Keys.key("tradeNo", body.tradeNo()),
                body.paidAt().toInstant(),
                body.settlementDate(),
                payer(body));
        return Answers.of(
                operations.carryOut(
                        new CapturePayment(
                                body.outTradeNo(), capture, body.amount().toPositiveMoney()),
                        call.operationNow()),
                PaymentOrderController.PATH);
    }

    private Optional<BankAccountRef> payer(CaptureBody body) {
        // Channels write logins and masked cards too; a payment is booked though nobody can be paid back by them.
        return body.payerAccount()
                .filter(number -> number.matches("[0-9]{1,34}"))
                .map(number -> body.payerName()
                        .filter(name -> !name.isBlank())
                        .map(name -> tokens.account(
                                Subject.unknown(),
                                new Tokens.Holding(BankAccountRef.UNKNOWN_BANK, number, name, AccountClass.PERSONAL)))
                        .orElseGet(() -> tokens.unnamed(
                                Subject.unknown(), BankAccountRef.UNKNOWN_BANK, number, AccountClass.PERSONAL)));
    }

    /** @param outTradeNo the order's identity, as the channel was given it */
    record CaptureBody(
            String channel,
            PaymentOrderId outTradeNo,
            String tradeNo,
            Amount amount,
            OffsetDateTime paidAt,
            LocalDate settlementDate,
            Optional<String> payerAccount,
            Optional<String> payerName) {}
}
