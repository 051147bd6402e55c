package io.coffer.api.ledger;

/**
 * One sub-ledger: an account of the chart and its dimension.
 *
 * @param subLedger such as an escrow account with its bucket, a receipt, or a payout
 */
public record LedgerAccount(AccountCode code, String subLedger) {

    @Override
    public String toString() {
        return code + "." + subLedger;
    }
}
