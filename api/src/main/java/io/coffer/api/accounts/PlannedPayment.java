package io.coffer.api.accounts;

import io.coffer.api.kernel.PartyRole;
import io.coffer.api.money.Money;
import java.time.LocalDate;

/** One line of the payment plan: who pays how much for what, and until when. */
public record PlannedPayment(PaymentItem item, Money expected, LocalDate dueDate, PartyRole payerRole) {}
