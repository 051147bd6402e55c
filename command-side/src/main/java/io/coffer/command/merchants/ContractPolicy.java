package io.coffer.command.merchants;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractCommand.CreditContract;
import io.coffer.api.merchants.ContractCommand.TakeContractReservation;
import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.TakeFeeReservation;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.Reaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a merchant's contracts and fee account what payments and refunds have booked to them, or taken from them. */
final class ContractPolicy implements Policy {

    @Override
    public String name() {
        return "contracts";
    }

    @Override
    public List<Reaction> on(DomainEvent event) {
        return switch (event) {
            case PaymentCaptured e
            when e.place() == PaymentPlace.CONTRACT ->
                paid(e.contract(), e.order(), e.amount(), Optional.of(e.custodyAccount()), takesFee(e));
            case PaymentReceived e ->
                paid(
                        e.contract(),
                        e.order(),
                        e.credited(),
                        e.receipt().place().map(BookingPlace::custodyAccount),
                        takesFee(e));
            case RefundFunded(var refund, RefundSource.ContractPayment(var contract, var _), var _, var _, var _) ->
                List.of(Reaction.of(new TakeContractReservation(contract, refund)));
            // A fee of two parts is told twice; the first word takes both.
            case RefundFeeFunded e ->
                List.of(Reaction.of(new TakeFeeReservation(e.merchant(), new FeeTaker.Refund(e.refund()))));
            case RefundFeeReturned e
            when e.bearer() == FeeBearer.MERCHANT_B && !e.amount().isZero() ->
                List.of(Reaction.of(new CreditMerchantB(e.merchant(), e.refund(), e.amount())));
            default -> List.of();
        };
    }

    private static List<Reaction> paid(
            MerchantContractId contract,
            PaymentOrderId order,
            Money amount,
            Optional<CustodyAccount> place,
            boolean takesFee) {
        var reactions = new ArrayList<Reaction>();
        reactions.add(Reaction.of(new CreditContract(contract, order, amount, place)));
        if (takesFee) {
            reactions.add(Reaction.of(new TakeFeeReservation(contract.feeAccount(), new FeeTaker.Payment(order))));
        }
        return reactions;
    }

    /** Where a channel settles the whole price, nothing is taken from B with the capture. */
    private static boolean takesFee(PaymentCaptured event) {
        return event.settling() == PaymentWay.Settling.NET && isBorneByMerchant(event.bearer(), event.fee());
    }

    /** Of what came net, the fee is gone before it came. */
    private static boolean takesFee(PaymentReceived event) {
        return !event.isNet() && isBorneByMerchant(event.bearer(), event.fee());
    }

    private static boolean isBorneByMerchant(FeeBearer bearer, Money fee) {
        return bearer == FeeBearer.MERCHANT_B && !fee.isZero();
    }
}
