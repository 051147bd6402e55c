package io.coffer.command.merchants;

import static io.coffer.command.merchants.Lease.CONTRACT;
import static io.coffer.command.merchants.Lease.ORDER;
import static io.coffer.command.merchants.Lease.REFUND;
import static io.coffer.command.merchants.Shop.B;
import static io.coffer.command.merchants.Shop.FEE;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.kernel.DomainEvent;
import io.coffer.api.merchants.ContractCommand.CreditContract;
import io.coffer.api.merchants.ContractCommand.TakeContractReservation;
import io.coffer.api.merchants.ContractRejection.ContractFundsNotReserved;
import io.coffer.api.merchants.FeeAccountCommand.CreditMerchantB;
import io.coffer.api.merchants.FeeAccountCommand.TakeFeeReservation;
import io.coffer.api.merchants.FeeTaker;
import io.coffer.api.money.Money;
import io.coffer.api.payments.Capture;
import io.coffer.api.payments.FeeBearer;
import io.coffer.api.payments.PaymentEvent.PaymentCaptured;
import io.coffer.api.payments.PaymentEvent.PaymentOrderExpired;
import io.coffer.api.payments.PaymentEvent.PaymentReceived;
import io.coffer.api.payments.PaymentPlace;
import io.coffer.api.payments.PaymentWay;
import io.coffer.api.refunds.RefundEvent.RefundCancelled;
import io.coffer.api.refunds.RefundEvent.RefundFeeFunded;
import io.coffer.api.refunds.RefundEvent.RefundFeeReturned;
import io.coffer.api.refunds.RefundEvent.RefundFunded;
import io.coffer.api.refunds.RefundFeePayer;
import io.coffer.api.refunds.RefundRoute;
import io.coffer.api.refunds.RefundSource;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import io.coffer.command.kernel.Wishes;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The contracts policy")
class ContractPolicyTest {

    private static final Money PRICE = Money.yuan(1_400);
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final RefundSource PAYMENT = new RefundSource.ContractPayment(CONTRACT, ORDER);
    private static final RefundSource EXCESS = new RefundSource.ExcessCapture(ORDER, "TX-2");
    private static final CreditContract CREDIT = new CreditContract(CONTRACT, ORDER, PRICE, Optional.of(Sale.CUSTODY));
    private static final TakeFeeReservation TAKE_OF_PAYMENT = new TakeFeeReservation(B, new FeeTaker.Payment(ORDER));
    private static final TakeFeeReservation TAKE_OF_REFUND = new TakeFeeReservation(B, new FeeTaker.Refund(REFUND));

    private final Wishes policy = new Wishes(new ContractPolicy());

    @Test
    void tells_of_a_captured_payment_and_of_the_fee_that_it_took() {
        policy.on(captured(FEE, FeeBearer.MERCHANT_B, PaymentWay.Settling.NET, PaymentPlace.CONTRACT))
                .gives(CREDIT, TAKE_OF_PAYMENT);
    }

    @Test
    void tells_of_no_fee_where_a_capture_takes_none_of_the_merchant() {
        policy.on(captured(Money.ZERO, FeeBearer.MERCHANT_B, PaymentWay.Settling.NET, PaymentPlace.CONTRACT))
                .gives(CREDIT);
        policy.on(captured(FEE, FeeBearer.PLATFORM, PaymentWay.Settling.NET, PaymentPlace.CONTRACT))
                .gives(CREDIT);
        policy.on(captured(FEE, FeeBearer.MERCHANT_B, PaymentWay.Settling.GROSS, PaymentPlace.CONTRACT))
                .gives(CREDIT);
    }

    @Test
    void keeps_a_payment_too_many_from_the_contract() {
        assertSilent(captured(FEE, FeeBearer.MERCHANT_B, PaymentWay.Settling.NET, PaymentPlace.EXCESS));
    }

    @Test
    void tells_of_a_received_payment_and_of_the_fee_that_it_took() {
        policy.on(received(FEE, FeeBearer.MERCHANT_B, false)).gives(CREDIT, TAKE_OF_PAYMENT);
        policy.on(received(Money.ZERO, FeeBearer.MERCHANT_B, false)).gives(CREDIT);
        policy.on(received(FEE, FeeBearer.PAYER, false)).gives(CREDIT);
        policy.on(received(FEE, FeeBearer.MERCHANT_B, true)).gives(CREDIT);
    }

    @Test
    void tells_the_contract_that_a_refund_took_its_money() {
        policy.on(new RefundFunded(REFUND, PAYMENT, PRICE, new RefundRoute.Reroute(), Optional.empty()))
                .gives(new TakeContractReservation(CONTRACT, REFUND))
                .whenRefusedParks(new ContractFundsNotReserved(REFUND.value()));
        assertSilent(new RefundFunded(REFUND, EXCESS, PRICE, new RefundRoute.Reroute(), Optional.empty()));
    }

    @Test
    void tells_the_fee_account_that_a_refund_took_its_fee_whoever_paid_and_whatever_for() {
        policy.on(new RefundFeeFunded(REFUND, RefundFeePayer.MERCHANT_B, B, PAYMENT, Money.fen(500), Sale.CUSTODY))
                .gives(TAKE_OF_REFUND);
        policy.on(new RefundFeeFunded(REFUND, RefundFeePayer.PLATFORM_ADVANCE, B, EXCESS, Money.fen(340), Sale.CUSTODY))
                .gives(TAKE_OF_REFUND);
    }

    @Test
    void tells_the_fee_account_what_a_channel_gave_back_of_a_fee_that_it_bore() {
        policy.on(returned(FeeBearer.MERCHANT_B)).gives(new CreditMerchantB(B, REFUND, FEE));
        assertSilent(returned(FeeBearer.PLATFORM));
        assertSilent(returned(FeeBearer.PAYER));
        assertSilent(
                new RefundFeeReturned(REFUND, B, FeeBearer.MERCHANT_B, Money.ZERO, "WECHAT", DAY, Optional.of(FEE)));
    }

    @Test
    void leaves_what_ends_to_those_who_end_it() {
        assertSilent(new RefundCancelled(
                REFUND,
                PAYMENT,
                PRICE,
                true,
                Money.ZERO,
                Optional.of(CONTRACT.feeAccount()),
                Money.ZERO,
                "CHANGED_MIND",
                Optional.empty()));
        assertSilent(new PaymentOrderExpired(ORDER, CONTRACT, Optional.empty()));
    }

    private void assertSilent(DomainEvent event) {
        assertThat(policy.on(event).reactions()).isEmpty();
    }

    private static PaymentCaptured captured(
            Money fee, FeeBearer bearer, PaymentWay.Settling settling, PaymentPlace place) {
        return new PaymentCaptured(
                ORDER,
                CONTRACT,
                new Capture("WECHAT", "TX-1", Scenario.NOON, DAY, Optional.empty()),
                PRICE,
                fee,
                bearer,
                settling,
                Sale.CUSTODY,
                place);
    }

    private static PaymentReceived received(Money fee, FeeBearer bearer, boolean isNet) {
        return new PaymentReceived(
                ORDER, CONTRACT, Sale.receipt("X-1"), PRICE, fee, bearer, isNet, Optional.empty(), Optional.empty());
    }

    private static RefundFeeReturned returned(FeeBearer bearer) {
        return new RefundFeeReturned(REFUND, B, bearer, FEE, "WECHAT", DAY, Optional.empty());
    }
}
