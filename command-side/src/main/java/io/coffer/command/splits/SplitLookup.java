package io.coffer.command.splits;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.payments.PaymentEvent.PaymentOrderCreated;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.splits.SplitSwitchEvent;
import io.coffer.api.splits.SplitSwitchId;
import io.coffer.command.kernel.Histories;
import java.util.Optional;

/** What is true right now around a split. */
interface SplitLookup {

    /** Whether the switch of the contract's merchant halts its splits. */
    boolean isHalted(MerchantContractId contract);

    /** Where the order's payment lies: an order takes money at its own custody account only. */
    Optional<CustodyAccount> placeOf(PaymentOrderId order);

    /** Read from histories. */
    record InHistories(Histories histories) implements SplitLookup {

        @Override
        public boolean isHalted(MerchantContractId contract) {
            return histories
                    .fold(
                            SplitSwitchId.of(contract.feeAccount()),
                            SplitSwitchState.initial(),
                            (folded, fact) -> folded.after((SplitSwitchEvent) fact.event()))
                    .stopped();
        }

        @Override
        public Optional<CustodyAccount> placeOf(PaymentOrderId order) {
            return histories.beginning(order, PaymentOrderCreated.class).map(PaymentOrderCreated::custodyAccount);
        }
    }
}
