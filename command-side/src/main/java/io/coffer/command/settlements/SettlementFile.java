package io.coffer.command.settlements;

import io.coffer.api.approvals.CommandDigest;
import io.coffer.api.kernel.CustodyAccount;
import io.coffer.api.kernel.Keys;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.settlements.SettlementCommand.TakeSettlementFile;
import io.coffer.api.settlements.SettlementLine;
import io.coffer.api.settlements.SettlementRejection;
import io.coffer.api.settlements.SettlementRejection.SettlementFileNotRead;
import io.coffer.api.settlements.SettlementRejection.SettlementFileTooLong;
import io.coffer.command.kernel.Channels;
import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.settlements.SettlementRow.Header;
import io.coffer.command.settlements.SettlementRow.PaidBy;
import io.coffer.platform.vault.Hmac;
import io.coffer.platform.web.ContentDigest;
import io.coffer.platform.web.NdjsonLine;
import io.coffer.platform.web.NdjsonReader;
import io.coffer.platform.web.Problems;
import io.coffer.platform.web.RejectionException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a channel's settlement file, row by row; what is no row ends it, and nothing is taken. */
final class SettlementFile {

    static final String PATH = "/v1/bank/channel-settlements";

    private final Channels channels;
    private final CustodyAccounts custodyAccounts;
    private final NdjsonReader reader;
    private final Hmac digestKey;

    SettlementFile(Channels channels, CustodyAccounts custodyAccounts, NdjsonReader reader, Hmac digestKey) {
        this.channels = channels;
        this.custodyAccounts = custodyAccounts;
        this.reader = reader;
        this.digestKey = digestKey;
    }

    /** What the file says, and the digest of its rows. */
    record Read(TakeSettlementFile command, String digest) {}

    Read read(InputStream rows) {
        var digests = new ArrayList<String>();
        var lines = new ArrayList<SettlementLine>();
        Optional<Header> header = Optional.empty();
        for (var row : reader.read(rows, SettlementRow.class)) {
            var parsed = parsed(row, digests);
            if (header.isEmpty()) {
                header = Optional.of(parsed.header().orElseThrow(() -> refused(row.number(), "it is no header")));
            } else if (lines.size() == SettlementRules.LINES_MAX) {
                throw refused(new SettlementFileTooLong(SettlementRules.LINES_MAX));
            } else {
                lines.add(line(row.number(), parsed));
            }
        }
        var command = command(header.orElseThrow(() -> refused(1, "it is no header")), lines);
        return new Read(command, CommandDigest.of(digests).hex());
    }

    private SettlementRow parsed(NdjsonLine<SettlementRow> row, List<String> digests) {
        return switch (row) {
            case NdjsonLine.Faulty<SettlementRow>(var number, var problem) -> throw refused(number, problem.code());
            case NdjsonLine.Parsed<SettlementRow>(var _, var value, var tree) -> {
                digests.add(ContentDigest.of(digestKey, "POST", PATH, tree).hex());
                yield value;
            }
        };
    }

    private static SettlementLine line(long number, SettlementRow row) {
        var line = row.line().filter(_ -> row.header().isEmpty()).orElseThrow(() -> refused(number, "it is no line"));
        try {
            return line.toLine();
        } catch (RuntimeException malformed) {
            throw refused(number, Problems.of(malformed).code());
        }
    }

    private TakeSettlementFile command(Header header, List<SettlementLine> lines) {
        var channel = channels.terms(Keys.key("channel", header.channel())).channel();
        return new TakeSettlementFile(
                ChannelSettlementId.of(channel, BookingPlace.believable(header.settlementDate())),
                header.fileVersion().orElse(1),
                header.count(),
                header.net().toMoney(),
                header.paidBy().map(this::receipt),
                channels.settlementPlace(channel),
                lines);
    }

    private BankReceiptId receipt(PaidBy line) {
        var account = custodyAccounts.registered(new CustodyAccount(line.bankCode(), line.custodyAccount()));
        return BankReceiptId.of(account, BookingPlace.believable(line.bankDate()), Keys.key("coreNo", line.coreNo()));
    }

    private static RejectionException refused(long row, String reason) {
        return refused(new SettlementFileNotRead(row, reason));
    }

    private static RejectionException refused(SettlementRejection why) {
        return new RejectionException(why);
    }
}
