package io.coffer.bank;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One fact in the bank's journal. Names and account numbers of people are not in it, only digests and endings. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Entry.Instruction.class, name = "INSTRUCTION"),
    @JsonSubTypes.Type(value = Entry.Debit.class, name = "DEBIT"),
    @JsonSubTypes.Type(value = Entry.Return.class, name = "RETURN"),
    @JsonSubTypes.Type(value = Entry.ReturnNotice.class, name = "RETURN_NOTICE"),
    @JsonSubTypes.Type(value = Entry.Refusal.class, name = "REFUSAL"),
    @JsonSubTypes.Type(value = Entry.Denial.class, name = "DENIAL"),
    @JsonSubTypes.Type(value = Entry.Callback.class, name = "CALLBACK"),
    @JsonSubTypes.Type(value = Entry.Incoming.class, name = "INCOMING"),
    @JsonSubTypes.Type(value = Entry.Notice.class, name = "NOTICE"),
    @JsonSubTypes.Type(ChannelEntry.class)
})
sealed interface Entry
        permits Entry.Instruction,
                Entry.Debit,
                Entry.Return,
                Entry.ReturnNotice,
                Entry.Refusal,
                Entry.Denial,
                Entry.Callback,
                Entry.Incoming,
                Entry.Notice,
                ChannelEntry {

    /** An instruction reached the bank; {@code arrival} says whether the number was new. */
    record Instruction(
            String payoutNo,
            Arrival arrival,
            String custodyBank,
            String custodyAccount,
            String payeeEnding,
            String payeeDigest,
            String contentDigest,
            Fen amount,
            String currency,
            Script script)
            implements Entry {}

    /** Money left the custody account. */
    record Debit(
            String payoutNo,
            Fen amount,
            String currency,
            String coreNo,
            @Nullable Long serial,
            LocalDate bankDate,
            String occurredAt)
            implements Entry {}

    /** Money of an executed instruction came back into the custody account; a line of its own, with a number of its own. */
    record Return(
            String payoutNo,
            Fen amount,
            String currency,
            String coreNo,
            @Nullable Long serial,
            LocalDate bankDate,
            String occurredAt)
            implements Entry {}

    /** One attempt to tell a return; status and last as in {@link Callback}. */
    record ReturnNotice(String payoutNo, String coreNo, int attempt, int status, boolean last) implements Entry {}

    /** The bank will never execute this number. */
    record Refusal(String payoutNo, String code, String message, LocalDate bankDate, String occurredAt)
            implements Entry {}

    /** A query was told NOT_FOUND about an instruction that the bank does have. */
    record Denial(String payoutNo) implements Entry {}

    /** One attempt to tell a result; status 0 means that nobody answered, {@code last} that no attempt follows. */
    record Callback(String payoutNo, String result, int copy, int attempt, int status, boolean last) implements Entry {}

    /** Money arrived; {@code serial} is missing when the caller chose the core number. */
    record Incoming(
            String coreNo,
            @Nullable Long serial,
            LocalDate bankDate,
            String virtualAccount,
            Fen amount,
            String currency,
            int firstCopy,
            int copies)
            implements Entry {}

    /** One attempt to tell an arrival; status and last as in {@link Callback}. */
    record Notice(String coreNo, int copy, int attempt, int status, boolean last) implements Entry {}

    /** How an instruction relates to the ones before it. */
    enum Arrival {
        FIRST,
        REPEAT,
        /** The first one after a refusal that may be tried again. */
        ANEW,
        OTHER_CONTENT
    }
}
