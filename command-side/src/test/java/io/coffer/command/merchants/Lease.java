package io.coffer.command.merchants;

import io.coffer.api.merchants.ContractCommand.CreditContract;
import io.coffer.api.merchants.ContractCommand.EndContractReservation;
import io.coffer.api.merchants.ContractCommand.ReserveContractFunds;
import io.coffer.api.merchants.ContractCommand.TakeContractReservation;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.command.kernel.People;
import io.coffer.command.kernel.Scenario;

/** A lease of the {@link Shop}'s, paid by orders of 1,400.00 yuan: the contract that the tests tell about. */
public final class Lease {

    public static final MerchantContractId CONTRACT = MerchantContractId.of(People.ACME, "M-1", "L-2022-0724-01");
    public static final PaymentOrderId ORDER = order("PAY1");
    static final RefundId REFUND = refund("R-1");

    private Lease() {}

    public static PaymentOrderId order(String outTradeNo) {
        return PaymentOrderId.of(People.ACME, outTradeNo);
    }

    public static RefundId refund(String outRefundNo) {
        return RefundId.of(People.ACME, outRefundNo);
    }

    static Scenario unpaid() {
        return Scenario.of(new PureContract());
    }

    /** One order is paid with so many fen. */
    static Scenario paid(long fen) {
        return unpaid().given(credited(ORDER, fen));
    }

    static CreditContract credit(PaymentOrderId order, long fen) {
        return new CreditContract(CONTRACT, order, Money.fen(fen));
    }

    static ReserveContractFunds reserve(PaymentOrderId order, RefundId refund, long fen) {
        return new ReserveContractFunds(CONTRACT, order, refund, Money.fen(fen));
    }

    static EndContractReservation end(RefundId refund) {
        return new EndContractReservation(CONTRACT, refund);
    }

    static TakeContractReservation take(RefundId refund) {
        return new TakeContractReservation(CONTRACT, refund);
    }

    static ContractCredited credited(PaymentOrderId order, long fen) {
        return new ContractCredited(CONTRACT, order, Money.fen(fen));
    }

    static ContractFundsReserved reserved(PaymentOrderId order, RefundId refund, long fen) {
        return new ContractFundsReserved(CONTRACT, order, refund, Money.fen(fen));
    }

    static ContractReservationEnded ended(PaymentOrderId order, RefundId refund, long fen) {
        return new ContractReservationEnded(CONTRACT, order, refund, Money.fen(fen));
    }

    static ContractReservationTaken taken(PaymentOrderId order, RefundId refund, long fen) {
        return new ContractReservationTaken(CONTRACT, order, refund, Money.fen(fen));
    }
}
