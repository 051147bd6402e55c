package io.coffer.command.receipts;

import io.coffer.command.kernel.CustodyAccounts;
import io.coffer.command.kernel.DeadlineRule;
import io.coffer.command.kernel.DigestKey;
import io.coffer.command.kernel.DueTaskHandler;
import io.coffer.command.kernel.Histories;
import io.coffer.command.kernel.Lookup;
import io.coffer.command.kernel.Operations;
import io.coffer.command.kernel.Policy;
import io.coffer.command.kernel.SliceHandlers;
import io.coffer.command.kernel.Tokens;
import io.coffer.platform.web.NdjsonReader;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The slice of receipts and virtual account numbers. */
@Configuration(proxyBeanMethods = false)
@Import({
    NoticeController.class,
    AssignmentController.class,
    StatementController.class,
    VerdictController.class,
    ReturnedLineController.class
})
public class ReceiptsConfiguration {

    @Bean
    SliceHandlers bankReceipts() {
        return new SliceHandlers(BankReceipt.class);
    }

    @Bean
    SliceHandlers virtualAccountNumbers() {
        return new SliceHandlers(VirtualAccountNumber.class);
    }

    @Bean
    Policy receiptPolicy() {
        return new ReceiptPolicy();
    }

    @Bean
    Policy verdictPolicy() {
        return new VerdictPolicy();
    }

    @Bean
    Policy numberPolicy() {
        return new NumberPolicy();
    }

    @Bean
    Identities identities(Histories histories) {
        return new RecordedIdentities(histories);
    }

    @Bean
    Intake intake(Identities identities) {
        return new Intake(identities);
    }

    @Bean
    OtherLines otherLines(CustodyAccounts custody, Identities identities) {
        return new OtherLines(custody, identities);
    }

    @Bean
    Policy linePolicy() {
        return new LinePolicy();
    }

    @Bean
    DeadlineRule matchDeadlines() {
        return new MatchDeadlines();
    }

    @Bean
    Lookup expectedPayments() {
        return new ExpectedPayments();
    }

    @Bean
    DueTaskHandler matching(Identities identities, @Qualifier("policies") JdbcClient policies, Operations operations) {
        return new Matching(identities, new ExpectedPayments.Kept(policies), operations);
    }

    @Bean
    Policy twinPolicy() {
        return new TwinPolicy();
    }

    @Bean
    SliceHandlers receiptFingerprints() {
        return new SliceHandlers(ReceiptFingerprint.class);
    }

    @Bean
    SliceHandlers receiptKeys() {
        return new SliceHandlers(ReceiptKey.class);
    }

    @Bean
    RemarkNumbers remarkNumbers(Histories histories) {
        return new RemarkNumbers(number -> histories.fold(number, false, (_, _) -> true));
    }

    @Bean
    NoticeDesk noticeDesk(
            Operations operations,
            CustodyAccounts custody,
            Tokens tokens,
            RemarkNumbers remarks,
            Intake intake,
            OtherLines others,
            MeterRegistry meters) {
        return new NoticeDesk(operations, custody, tokens, remarks, intake, others, meters);
    }

    @Bean
    SliceHandlers bankStatements() {
        return new SliceHandlers(BankStatement.class);
    }

    @Bean
    StatementStream statementStream(
            Operations operations,
            CustodyAccounts custody,
            Tokens tokens,
            RemarkNumbers remarks,
            Identities identities,
            Intake intake,
            OtherLines others,
            NdjsonReader reader,
            JsonMapper json,
            DigestKey key) {
        var desk = new StatementDesk(custody, tokens, remarks, identities, intake, others);
        return new StatementStream(desk, operations, reader, json, key.digests());
    }

    @Bean
    NoticeStream noticeStream(NoticeDesk desk, NdjsonReader reader, JsonMapper json, DigestKey key) {
        return new NoticeStream(desk, reader, json, key.digests());
    }
}
