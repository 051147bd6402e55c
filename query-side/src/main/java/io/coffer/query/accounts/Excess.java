package io.coffer.query.accounts;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import java.time.Instant;

/** Money that the plan did not expect, set apart for its payer. */
record Excess(BankReceiptId receipt, Money amount, Instant since) {}
