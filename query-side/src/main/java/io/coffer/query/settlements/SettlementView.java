package io.coffer.query.settlements;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.coffer.api.money.Amount;
import io.coffer.api.settlements.SettlementEvent.Differing;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The three-way check of one channel's settlement.
 *
 * @param ledger what the entries of R1101 say
 * @param file what the channel listed
 * @param differences how many lines are not the same on both sides
 * @param fileLessLedger what the channel pays, less what we booked; signed
 * @param bankLessFile what the bank brought, less what the channel pays; signed
 * @param receipts the bank's money that it took
 * @param declined the bank's money that was more than it was open for, and that still waits
 */
@Schema(name = "ChannelSettlement")
@JsonInclude(JsonInclude.Include.NON_NULL)
record SettlementView(
        String id,
        String channel,
        LocalDate settlementDate,
        State state,
        LedgerSide ledger,
        @Nullable FileSide file,
        long differences,
        @Nullable String fileLessLedger,
        @Nullable String bankLessFile,
        List<ReceiptView> receipts,
        List<ReceiptView> declined,
        long position,
        long version) {

    /** What the three say together. */
    enum State {
        /** All three say the same to the fen, and nothing is open. */
        AGREED,
        /** Two of them contradict each other. */
        DIFFERENT,
        /** The channel did not list anything yet. */
        WAITING_FOR_FILE,
        /** Its list is what we booked; not all of the money came. */
        WAITING_FOR_BANK
    }

    /**
     * Signed text: of what was owed, each kind by itself, and what is open.
     *
     * @param payments less the fees that the channel keeps
     * @param settled what the bank brought
     */
    @Schema(name = "SettlementLedger")
    record LedgerSide(
            String payments, String refunds, String feesReturned, String bounces, String settled, String balance) {}

    /** The same kinds as the channel lists them. */
    @Schema(name = "SettlementFile")
    record FileSide(
            int version,
            int count,
            String payments,
            String refunds,
            String feesReturned,
            String bounces,
            Amount net,
            @Nullable String paidBy,
            Instant takenAt) {}

    /**
     * One line of the bank.
     *
     * @param differs in what one that was declined is not what the channel pays
     */
    @Schema(name = "SettlementReceipt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReceiptView(
            String receipt,
            Amount amount,
            Instant at,
            @Nullable List<Differing> differs) {}

    /** One line that is not the same on both sides; what a side does not have is missing. */
    @Schema(name = "SettlementDifference")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LineView(
            String kind,
            String no,
            What what,
            @Nullable Amount oursAmount,
            @Nullable Amount oursFee,
            @Nullable Amount theirsAmount,
            @Nullable Amount theirsFee,
            Instant changedAt,
            long ordinal) {}

    /** What differs. */
    enum What {
        /** The channel lists it, and nothing was booked. */
        ONLY_AT_CHANNEL,
        /** It was booked, and the channel does not list it. */
        ONLY_WITH_US,
        AMOUNT,
        FEE
    }
}
