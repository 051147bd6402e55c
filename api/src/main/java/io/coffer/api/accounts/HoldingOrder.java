package io.coffer.api.accounts;

/** One order that keeps money from going out. */
public record HoldingOrder(String orderNo, FreezeKind kind) {}
