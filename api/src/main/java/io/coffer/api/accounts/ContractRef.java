package io.coffer.api.accounts;

import io.coffer.api.kernel.Keys;

/**
 * The contract that an account serves.
 *
 * @param cityCode GB/T 2260, six digits
 */
public record ContractRef(String contractNo, BusinessLine businessLine, String cityCode) {

    /** The line of business that the contract belongs to. */
    public enum BusinessLine {
        SECOND_HAND,
        NEW_HOME
    }

    public ContractRef {
        Keys.key("contractNo", contractNo);
        Keys.digits("cityCode", cityCode, 6);
    }
}
