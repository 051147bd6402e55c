/**
 * The shared language. A module so that one sealed family may span the slices' packages; at run time everything lives
 * on the class path.
 */
module io.coffer.api {
    requires transitive com.fasterxml.jackson.annotation;
    requires static transitive org.jspecify;

    exports io.coffer.api.accounts;
    exports io.coffer.api.approvals;
    exports io.coffer.api.kernel;
    exports io.coffer.api.ledger;
    exports io.coffer.api.merchants;
    exports io.coffer.api.money;
    exports io.coffer.api.payments;
    exports io.coffer.api.payouts;
    exports io.coffer.api.promotions;
    exports io.coffer.api.receipts;
    exports io.coffer.api.refunds;
    exports io.coffer.api.settlements;
    exports io.coffer.api.splits;
}
