package io.coffer.api.kernel;

/**
 * One of the institution's reserve accounts at a bank. A contract pins its own at opening: its money comes in there and
 * leaves there.
 */
public record CustodyAccount(String bankCode, String accountNo) {

    public CustodyAccount {
        Keys.digits("bankCode", bankCode, 12);
        Keys.digits("accountNo", accountNo, 32);
    }

    /** The dimension of ledger account R1002. */
    public String subLedger() {
        return bankCode + "." + accountNo;
    }
}
