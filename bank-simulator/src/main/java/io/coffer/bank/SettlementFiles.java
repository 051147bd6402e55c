package io.coffer.bank;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of a settled date, as its channel lets it be fetched: a header, then a line each. */
final class SettlementFiles {

    private final BankSettings.Custody custody;
    private final Books books;

    SettlementFiles(BankSettings.Custody custody, Books books) {
        this.custody = custody;
        this.books = books;
    }

    Reply file(Call call) {
        List<String> address = call.segments();
        String channel = address.get(address.size() - 2);
        LocalDate date = Fields.day("settlementDate", call.lastSegment());
        ChannelEntry.Settled settled = books.channels().channel(channel).settled(date);
        if (settled == null) {
            throw new BankProblem(404, "NOT_FOUND", "This date was not settled.");
        }
        List<Bucket.Line> lines = books.channels().channel(channel).lines(date);
        StringBuilder file = new StringBuilder(row(new HeaderRow(header(settled, lines.size()))));
        lines.forEach(line -> file.append(row(new LineRow(line(line)))));
        return new Reply.Sent(200, "application/x-ndjson", file.toString());
    }

    private static String row(Object row) {
        return Json.MAPPER.writeValueAsString(row) + "\n";
    }

    private Header header(ChannelEntry.Settled settled, int count) {
        return new Header(
                settled.channel(),
                settled.settlementDate(),
                count,
                new Amount(settled.net(), settled.currency()),
                paidBy(settled.coreNo()));
    }

    private @Nullable PaidBy paidBy(@Nullable String coreNo) {
        Books.Arrived arrived = coreNo == null ? null : books.arrived(coreNo);
        return coreNo == null || arrived == null
                ? null
                : new PaidBy(custody.bankCode(), custody.account(), arrived.bankDate(), coreNo);
    }

    private static Line line(Bucket.Line line) {
        return new Line(
                line.kind(),
                line.no(),
                new Amount(line.amount(), PayoutRequest.CURRENCY),
                line.fee().equals(Fen.ZERO) ? null : new Amount(line.fee(), PayoutRequest.CURRENCY));
    }

    private record HeaderRow(Header header) {}

    private record LineRow(Line line) {}

    private record Header(
            String channel,
            LocalDate settlementDate,
            int count,
            Amount net,
            @Nullable PaidBy paidBy) {}

    private record PaidBy(String bankCode, String custodyAccount, LocalDate bankDate, String coreNo) {}

    private record Line(
            Bucket.Kind kind,
            String no,
            Amount amount,
            @Nullable Amount fee) {}
}
