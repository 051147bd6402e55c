package io.coffer.command.payments;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Amount;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.FeeTerm;
import io.coffer.api.payments.PaymentCommand.CancelPaymentOrder;
import io.coffer.api.payments.PaymentCommand.CreatePaymentOrder;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.promotions.CampaignId;
import io.coffer.api.promotions.DiscountWish;
import io.coffer.command.kernel.AnswerBody;
import io.coffer.command.kernel.Answers;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Channels;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.ReasonCode;
import io.coffer.platform.web.EdgeException;
import io.coffer.platform.web.EdgeProblem;
import io.coffer.platform.web.RejectionException;
import io.swagger.v3.oas.annotations.Operation;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders that a business system makes for its merchants. */
@RestController
@RequestMapping(
        path = PaymentOrderController.PATH,
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
class PaymentOrderController {

    static final String PATH = "/v1/payment-orders";

    private final Operations operations;
    private final CustodyAccounts custodyAccounts;
    private final Channels channels;
    private final FeeAccountPlaces feeAccountPlaces;

    PaymentOrderController(
            Operations operations, CustodyAccounts custodyAccounts, Channels channels, Histories histories) {
        this.operations = operations;
        this.custodyAccounts = custodyAccounts;
        this.channels = channels;
        this.feeAccountPlaces = new FeeAccountPlaces(histories);
    }

    @Operation(
            summary = "Make an order for one payment",
            description =
                    "Its fee is one of those agreed for its way, and frozen now. Where the merchant bears it, its fee account sets it aside first: the order opens when"
                            + " that is done, or is REFUSED with the exact gap. One that comes to a number gets it with its opening.")
    @PostMapping
    ResponseEntity<AnswerBody> create(@RequestBody OrderBody body, Call call) {
        var tenant = call.actor()
                .tenant()
                .orElseThrow(() -> new RejectionException(new NotPermitted(Set.of(Role.BUSINESS))));
        var way = way(body.way());
        var order = PaymentOrderId.of(tenant, body.outTradeNo());
        var contract = MerchantContractId.of(tenant, body.merchantNo(), body.contractNo());
        var command = new CreatePaymentOrder(
                order,
                contract,
                body.price().toPositiveMoney(),
                way,
                body.fee().toTerm(),
                custodyAccounts.registered(body.custodyAccount()),
                body.expiresAt().toInstant(),
                body.discount()
                        .map(wish -> new DiscountWish(
                                CampaignId.of(tenant, wish.campaignNo()),
                                wish.amount().toPositiveMoney())),
                channels.agreedFees(way),
                feeAccountPlaces.of(contract.feeAccount()));
        return Answers.of(operations.carryOut(command, call.operationNow()), PATH);
    }

    @Operation(
            summary = "Want no payment any more",
            description = "What the fee account has set aside is available again.")
    @PostMapping("/{id}/cancellation")
    ResponseEntity<AnswerBody> cancel(@PathVariable PaymentOrderId id, @RequestBody OrderEndBody body, Call call) {
        return Answers.of(
                operations.carryOut(new CancelPaymentOrder(id, body.reason().value()), call.operationNow()), PATH);
    }

    private PaymentWay way(PaymentWayBody body) {
        return switch (body.kind()) {
            case BANK_TRANSFER -> new PaymentWay.BankTransfer();
            case CHANNEL ->
                new PaymentWay.Channel(
                        channels.terms(body.named("channel", body.channel())), body.named("settling", body.settling()));
            case NET_TRANSFER -> new PaymentWay.NetTransfer(channels.terms(body.named("channel", body.channel())));
        };
    }

    record OrderBody(
            String outTradeNo,
            String merchantNo,
            String contractNo,
            Amount price,
            PaymentWayBody way,
            OrderFeeBody fee,
            CustodyAccount custodyAccount,
            OffsetDateTime expiresAt,
            Optional<DiscountBody> discount) {}

    /** What a campaign pays of the price; the payer transfers the rest. */
    record DiscountBody(String campaignNo, Amount amount) {}

    /** How the money comes. */
    enum Kind {
        BANK_TRANSFER,
        CHANNEL,
        NET_TRANSFER
    }

    /**
     * How the money comes.
     *
     * @param channel for CHANNEL and NET_TRANSFER
     * @param settling for CHANNEL
     */
    record PaymentWayBody(Kind kind, Optional<String> channel, Optional<PaymentWay.Settling> settling) {

        <T> T named(String field, Optional<T> value) {
            return value.orElseThrow(() ->
                    new EdgeException(EdgeProblem.FIELD_INVALID, "way." + field + " is needed for " + kind + "."));
        }
    }

    record OrderFeeBody(int rateBp, Optional<Amount> cap, FeeBearer bearer, boolean refundable) {
        FeeTerm toTerm() {
            if (rateBp < 0 || rateBp > FeeTerm.RATE_MAX_BP) {
                throw new EdgeException(
                        EdgeProblem.FIELD_INVALID, "fee.rateBp is from 0 to " + FeeTerm.RATE_MAX_BP + ".");
            }
            return new FeeTerm(rateBp, cap.map(Amount::toMoney), bearer, refundable);
        }
    }

    record OrderEndBody(ReasonCode reason) {}
}
