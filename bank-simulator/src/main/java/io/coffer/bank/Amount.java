package io.coffer.bank;

/** An amount as the bank tells it, with its currency beside it. */
record Amount(Fen value, String currency) {}
