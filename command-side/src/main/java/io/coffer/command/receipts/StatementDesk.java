package io.coffer.command.receipts;

import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.money.Money;
import io.coffer.api.payouts.PayoutCommand.ConfirmDebit;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.ReceiptCommand.ConfirmReceipt;
import io.coffer.api.receipts.ReceiptRejection.LineKindNotSupported;
import io.coffer.api.receipts.StatementCommand.OpenStatement;
import io.coffer.api.receipts.StatementId;
import io.coffer.command.kernel.Answer;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.Tokens;
import io.coffer.command.receipts.StatementRow.Header;
import io.coffer.command.receipts.StatementRow.Line;
import io.coffer.platform.web.RejectionException;

/** The bank's last word on its day: every line finds, or makes, its one receipt, or confirms the payout that it debited. */
final class StatementDesk {

    private final CustodyAccounts custodyAccounts;
    private final Tokens tokens;
    private final RemarkNumbers remarks;
    private final Identities identities;
    private final Intake intake;
    private final OtherLines others;

    @SuppressWarnings("TooManyParameters") // What the desk works with; nobody but the configuration names it.
    StatementDesk(
            CustodyAccounts custodyAccounts,
            Tokens tokens,
            RemarkNumbers remarks,
            Identities identities,
            Intake intake,
            OtherLines others) {
        this.custodyAccounts = custodyAccounts;
        this.tokens = tokens;
        this.remarks = remarks;
        this.identities = identities;
        this.intake = intake;
        this.others = others;
    }

    /** What a line told us. */
    enum Outcome {
        /** The header. */
        OPENED,
        /** We knew it. */
        CONFIRMED,
        /** It is what a weak notice told us of. */
        IDENTIFIED,
        /** It was held, or no notice told us of it; now it is booked. */
        RECORDED,
        /** It is no receipt: another object of ours books it, or is to. */
        NOTED,
        /** We have it with another amount. Nothing is booked by it; people must ask the bank. */
        CONFLICT,
        /** Every announced line was taken. */
        COMPLETED,
        /** The line was not taken. */
        REFUSED
    }

    /** An answer and what it means. */
    record Taken(Outcome outcome, Answer answer) {}

    StatementId open(Header header, Steps steps) {
        // Such a header would be the day's for ever, and no lines could fulfil it.
        if (header.count() < 0) {
            throw new MalformedKey("count", Integer.toString(header.count()));
        }
        var account = custodyAccounts.registered(new CustodyAccount(header.bankCode(), header.custodyAccount()));
        var statement = StatementId.of(new BookingPlace(account, BookingPlace.believable(header.bankDate())));
        steps.finish(new OpenStatement(
                statement,
                header.openingBalance().toMoney(),
                header.closingBalance().toMoney(),
                header.count(),
                header.total().toMoney()));
        return statement;
    }

    Taken take(StatementId statement, Header header, Line line, Steps steps) {
        return switch (line.direction()) {
            case IN -> in(statement, line.toNotice(header), steps);
            case OUT -> line.isOwnTransfer() ? leaves(statement, line, steps) : out(statement, line, steps);
        };
    }

    private Taken in(StatementId statement, Notice notice, Steps steps) {
        var line = notice.toCommand(custodyAccounts, tokens, remarks);
        var answer = switch (notice.kind()) {
            case RECEIPT ->
                custodyAccounts.hasWeakNotices(line.where().custodyAccount())
                        ? intake.line(line, steps)
                        : steps.finish(line);
            case RETURN -> others.comeBack(line, notice.cameBack(), steps);
            case OWN_TRANSFER -> others.ownTransfer(line, notice.payerAccount(), steps);
        };
        return confirmed(statement, answer, line.amount(), steps);
    }

    private Taken leaves(StatementId statement, Line line, Steps steps) {
        var transfer = line.toTransfer(statement.place(), tokens);
        var answer = others.leaves(transfer, line.payeeAccount(), steps);
        return confirmed(statement, answer, transfer.amount(), steps);
    }

    private Taken confirmed(StatementId statement, Answer answer, Money amount, Steps steps) {
        var receipt = new BankReceiptId(answer.id());
        var known = identities.receipt(receipt);
        if (!known.isLineOfBank() || !known.amount().equals(amount)) {
            return new Taken(Outcome.CONFLICT, answer);
        }
        var outcome = outcome(answer);
        steps.take(new ConfirmReceipt(receipt, statement, amount, answer.created()));
        return new Taken(outcome, answer);
    }

    private static Outcome outcome(Answer answer) {
        return switch (NoticeAnswer.of(answer).outcome()) {
            case RECORDED -> Outcome.RECORDED;
            case IDENTIFIED -> Outcome.IDENTIFIED;
            case NOTED -> Outcome.NOTED;
            case DUPLICATE, POSSIBLE_TWIN, CONFLICT -> Outcome.CONFIRMED;
        };
    }

    private static Taken out(StatementId statement, Line line, Steps steps) {
        var payout = line.payoutNo()
                .orElseThrow(() -> new RejectionException(new LineKindNotSupported("OUT without payoutNo")));
        var paid = new PayoutOutcome.Paid(
                Keys.key("coreNo", line.coreNo()), statement.place().bankDate());
        var answer = steps.finish(new ConfirmDebit(
                payout, paid, line.amount().toPositiveMoney(), statement.place().custodyAccount()));
        return new Taken(
                answer.events().contains("payouts.PayoutOutcomeContradicted") ? Outcome.CONFLICT : Outcome.CONFIRMED,
                answer);
    }
}
