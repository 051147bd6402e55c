package io.coffer.command.receipts;

import io.coffer.api.money.Money;
import io.coffer.api.receipts.ReceiptRejection.LineKindNotSupported;
import io.coffer.api.receipts.ReceiptRejection.LineRepeated;
import io.coffer.api.receipts.StatementCommand.CompleteStatement;
import io.coffer.api.receipts.StatementId;
import io.coffer.command.kernel.Call;
import io.coffer.command.kernel.Operations;
import io.coffer.command.receipts.StatementDesk.Outcome;
import io.coffer.command.receipts.StatementRow.Direction;
import io.coffer.command.receipts.StatementRow.Header;
import io.coffer.command.receipts.StatementRow.Line;
import io.coffer.platform.vault.Hmac;
import io.coffer.platform.web.ContentDigest;
import io.coffer.platform.web.NdjsonLine;
import io.coffer.platform.web.NdjsonReader;
import io.coffer.platform.web.Problem;
import io.coffer.platform.web.Problems;
import io.coffer.platform.web.RejectionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement file: its header, then its lines, one after the other, each an operation of its own named after the file's key
 * and its place in it. The last answer says whether the lines are those that the bank announced.
 */
final class StatementStream {

    private static final String PATH = "/v1/bank/statements";

    private final StatementDesk desk;
    private final Operations operations;
    private final NdjsonReader reader;
    private final JsonMapper json;
    private final Hmac digestKey;

    StatementStream(StatementDesk desk, Operations operations, NdjsonReader reader, JsonMapper json, Hmac digestKey) {
        this.desk = desk;
        this.operations = operations;
        this.reader = reader;
        this.json = json;
        this.digestKey = digestKey;
    }

    void take(InputStream rows, OutputStream answers, Call call) throws IOException {
        var file = new Statement(call);
        for (var row : reader.read(rows, StatementRow.class)) {
            write(answers, file.take(row));
        }
        write(answers, file.end());
    }

    private void write(OutputStream answers, RowAnswer answer) throws IOException {
        answers.write(json.writeValueAsBytes(answer));
        answers.write('\n');
    }

    /** What was taken of one file so far. */
    private final class Statement {

        private final Call call;
        private Optional<Header> header = Optional.empty();
        private Optional<StatementId> id = Optional.empty();
        private final Set<String> coreNos = new HashSet<>();
        private long rows;
        private int count;
        private Money cameIn = Money.ZERO;
        private Money wentOut = Money.ZERO;

        Statement(Call call) {
            this.call = call;
        }

        RowAnswer take(NdjsonLine<StatementRow> row) {
            rows++;
            return switch (row) {
                case NdjsonLine.Faulty<StatementRow>(var number, var problem) -> RowAnswer.refused(number, problem);
                case NdjsonLine.Parsed<StatementRow>(var number, var parsed, var tree) -> {
                    try {
                        var digest = ContentDigest.of(digestKey, "POST", PATH, tree);
                        yield take(number, parsed, new LineSteps(operations, call.line(number, digest.hex())));
                    } catch (RuntimeException e) {
                        yield RowAnswer.refused(number, Problems.of(e));
                    }
                }
            };
        }

        private RowAnswer take(long number, StatementRow row, Steps steps) {
            if (header.isEmpty() && row.header().isPresent()) {
                var statement = desk.open(row.header().get(), steps);
                header = row.header();
                id = Optional.of(statement);
                return RowAnswer.of(number, Outcome.OPENED, statement.value());
            }
            var line = row.line()
                    .filter(_ -> header.isPresent() && row.header().isEmpty())
                    .orElseThrow(() -> new RejectionException(new LineKindNotSupported("NOT_A_LINE")));
            if (coreNos.contains(line.direction() + ":" + line.coreNo())) {
                throw new RejectionException(new LineRepeated(line.coreNo()));
            }
            var taken = desk.take(id.orElseThrow(), header.orElseThrow(), line, steps);
            coreNos.add(line.direction() + ":" + line.coreNo());
            add(line);
            return RowAnswer.of(number, taken.outcome(), taken.answer().id());
        }

        private void add(Line line) {
            count++;
            var amount = line.amount().toMoney();
            if (line.direction() == Direction.IN) {
                cameIn = cameIn.plus(amount);
            } else {
                wentOut = wentOut.plus(amount);
            }
        }

        RowAnswer end() {
            var last = rows + 1;
            try {
                var statement = id.orElseThrow(() -> new RejectionException(new LineKindNotSupported("NO_HEADER")));
                var complete = new CompleteStatement(statement, count, cameIn, wentOut);
                operations.carryOut(complete, call.line(last, "end of " + count + " lines"));
                return RowAnswer.of(last, Outcome.COMPLETED, statement.value());
            } catch (RuntimeException e) {
                return RowAnswer.refused(last, Problems.of(e));
            }
        }
    }

    /** What became of one row; the last one is of the whole. */
    record RowAnswer(long line, Outcome outcome, Optional<String> id, Optional<Problem> problem) {

        static RowAnswer of(long line, Outcome outcome, String id) {
            return new RowAnswer(line, outcome, Optional.of(id), Optional.empty());
        }

        static RowAnswer refused(long line, Problem problem) {
            return new RowAnswer(line, Outcome.REFUSED, Optional.empty(), Optional.of(problem));
        }
    }
}
