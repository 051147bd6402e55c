package io.coffer.api.ledger;

import static io.coffer.api.ledger.AccountCode.Type.ASSET;
import static io.coffer.api.ledger.AccountCode.Type.EXPENSE;
import static io.coffer.api.ledger.AccountCode.Type.INCOME;
import static io.coffer.api.ledger.AccountCode.Type.LIABILITY;

/** The chart of accounts ({@code domain.md} 3.1), as far as products use it. */
public enum AccountCode {
    R1001("RESERVE_CENTRAL", ASSET),
    R1002("CUSTODY_BANK", ASSET),
    R1101("CHANNEL_CLEARING", ASSET),
    R1901("RESERVE_SHORTAGE", ASSET),
    R2001("ESCROW_LIABILITY", LIABILITY),
    R2003("MERCHANT_A", LIABILITY),
    R2004("MERCHANT_B", LIABILITY),
    R2101("UNMATCHED_RECEIPT", LIABILITY),
    R2102("EXCESS_RECEIPT", LIABILITY),
    R2103("REFUND_IN_TRANSIT", LIABILITY),
    R2104("PAYOUT_IN_TRANSIT", LIABILITY),
    R2105("RETURNED_PAYOUT", LIABILITY),
    R2201("FEE_TO_SWEEP", LIABILITY),
    O1003("OWN_CASH", ASSET),
    O1201("FEE_RECEIVABLE", ASSET),
    O1202("FUNDER_RECEIVABLE", ASSET),
    O1203("DUE_FROM_RESERVE", ASSET),
    O2201("CHANNEL_FEE_PAYABLE", LIABILITY),
    O6001("FEE_INCOME", INCOME),
    O6401("CHANNEL_COST", EXPENSE),
    O6402("PROMOTION_EXPENSE", EXPENSE),
    O6403("ERROR_LOSS", EXPENSE);

    /** On which side an account grows. */
    public enum Type {
        ASSET,
        LIABILITY,
        INCOME,
        EXPENSE;

        public boolean growsByDebit() {
            return this == ASSET || this == EXPENSE;
        }
    }

    private final String title;
    private final Type type;

    AccountCode(String title, Type type) {
        this.title = title;
        this.type = type;
    }

    public String title() {
        return title;
    }

    public Type type() {
        return type;
    }

    public Book book() {
        return Book.valueOf(name().substring(0, 1));
    }
}
