package io.coffer.bank;

/** Gives the bank the token with which it may speak to us. */
@FunctionalInterface
public interface BearerTokens {

    /** A token that is good now; asked before every delivery, so an implementation keeps it as long as it lasts. */
    String token();

    /** The receiver answered 401 to this token: the next one must be fresh. */
    default void rejected(String token) {}
}
