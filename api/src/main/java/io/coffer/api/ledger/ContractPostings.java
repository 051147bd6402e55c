package io.coffer.api.ledger;

import static io.coffer.api.ledger.Postings.move;
import static io.coffer.api.ledger.SubLedgers.contract;

import io.coffer.api.merchants.ContractEvent;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsAwaited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.merchants.ContractEvent.ContractReservationEnded;
import io.coffer.api.merchants.ContractEvent.ContractReservationTaken;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import java.util.List;

/** The posting rules of what a merchant was paid on account of one contract (A). */
final class ContractPostings {

    private ContractPostings() {}

    static List<Journal> of(ContractEvent event) {
        return switch (event) {
            // Nothing of it is the contract's own: payees and the merchant bring all of it.
            case ContractFundsReserved e when e.amount().isZero() -> List.of();
            case ContractFundsReserved e ->
                move(
                        "PR-121",
                        contract(e.contract(), e.order(), MerchantBucket.AVAILABLE),
                        contract(e.contract(), e.order(), MerchantBucket.RESERVED),
                        e.amount());
            case ContractReservationEnded e when e.amount().isZero() -> List.of();
            case ContractReservationEnded e ->
                move(
                        "PR-122",
                        contract(e.contract(), e.order(), MerchantBucket.RESERVED),
                        contract(e.contract(), e.order(), MerchantBucket.AVAILABLE),
                        e.amount());
            case ContractCredited _,
                    ContractRefilled _,
                    ContractFundsAwaited _,
                    ContractWaitEnded _,
                    ContractReservationTaken _ -> List.of();
        };
    }
}
