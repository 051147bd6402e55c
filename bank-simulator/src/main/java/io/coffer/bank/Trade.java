package io.coffer.bank;

import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** What is special about one kind of orders; when and how often things happen is the same for all. */
interface Trade<O extends Order, R extends Order.Request> {

    /** The order with a number, made up if nobody has spoken of it yet. */
    O order(String number);

    @Nullable
    O find(String number);

    Collection<O> all();

    /** Writes down an instruction that is to be followed, and the script that it will follow. */
    Script take(R request, Entry.Arrival arrival, Script scripted);

    /** Moves the money. The caller holds the monitor of the order and has seen that it has no outcome. */
    void execute(O order);

    /** As {@link #execute}, when the script refuses. */
    void refuse(O order, Script script);

    /** Writes down that a query was told NOT_FOUND about an order that the bank does have. */
    void deny(O order);

    /** Takes back what succeeded, all of it and once. */
    void giveBack(O order);

    /** Sends the callbacks that are still owed; the future is complete after the first attempt of each. */
    CompletableFuture<?> tell(O order);

    /** Tells that the money came back unless somebody has heard it; complete after the first attempt. */
    CompletableFuture<?> tellBack(O order);
}
