package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;

import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.FingerprintCommand.CloseTwin;
import io.coffer.api.receipts.FingerprintCommand.RegisterTwin;
import io.coffer.api.receipts.FingerprintEvent;
import io.coffer.api.receipts.FingerprintEvent.TwinClosed;
import io.coffer.api.receipts.FingerprintEvent.TwinExcluded;
import io.coffer.api.receipts.FingerprintEvent.TwinIdentified;
import io.coffer.api.receipts.FingerprintEvent.TwinSuspected;
import io.coffer.api.receipts.FingerprintId;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A fingerprint")
class FingerprintRulesTest {

    private static final BookingPlace PLACE = new BookingPlace(Sale.CUSTODY, LocalDate.of(2026, 11, 22));
    private static final Money AMOUNT = Money.yuan(12_000);
    private static final Optional<String> PAYER = Optional.of("acct_1");
    private static final Optional<VirtualAccountId> ANY_NUMBER = Optional.empty();
    private static final FingerprintId OF_PAYER = FingerprintId.ofPayer(PLACE, AMOUNT, "acct_1");
    private static final FingerprintId OF_ANY = FingerprintId.ofAnyPayer(PLACE, AMOUNT);
    private static final BankReceiptId WEAK = BankReceiptId.weak("307584007998", "N-1");
    private static final BankReceiptId WEAK_TOO = BankReceiptId.weak("307584007998", "N-2");
    private static final BankReceiptId STRONG = BankReceiptId.of(PLACE, "X1");
    private static final BankReceiptId STRONG_TOO = BankReceiptId.of(PLACE, "X2");

    @Test
    void lets_the_first_line_be_booked_and_remembers_its_answer() {
        fingerprint().when(notice(WEAK), BANK).records(excluded(WEAK));
        fingerprint().when(notice(STRONG), BANK).records(excluded(STRONG));
        fingerprint().given(excluded(WEAK)).when(notice(WEAK), BANK).changesNothing();
        fingerprint().given(excluded(STRONG)).when(line(STRONG), BANK).changesNothing();
    }

    /** T43 of {@code domain.md}. */
    @Test
    void identifies_the_one_weak_twin_of_a_strong_line() {
        var identified = new TwinIdentified(OF_PAYER, STRONG, WEAK);

        fingerprint().given(excluded(WEAK)).when(notice(STRONG), BANK).records(identified);
        fingerprint()
                .given(excluded(WEAK), identified)
                .when(notice(STRONG_TOO), BANK)
                .records(excluded(STRONG_TOO));
        fingerprint()
                .given(excluded(WEAK), identified)
                .when(notice(WEAK_TOO), BANK)
                .records(excluded(WEAK_TOO));
    }

    /** T44 of {@code domain.md}. */
    @Test
    void suspects_all_of_several_weak_twins_until_the_statement_takes_one_per_line() {
        var suspected = suspected(STRONG, WEAK, WEAK_TOO);

        fingerprint()
                .given(excluded(WEAK), excluded(WEAK_TOO))
                .when(notice(STRONG), BANK)
                .records(suspected);
        fingerprint()
                .given(excluded(WEAK), excluded(WEAK_TOO), suspected)
                .when(line(STRONG), BANK)
                .records(new TwinIdentified(OF_PAYER, STRONG, WEAK));
        fingerprint()
                .given(excluded(WEAK), excluded(WEAK_TOO), suspected, new TwinIdentified(OF_PAYER, STRONG, WEAK))
                .when(line(STRONG_TOO), BANK)
                .records(new TwinIdentified(OF_PAYER, STRONG_TOO, WEAK_TOO));
    }

    @Test
    void suspects_a_weak_line_that_meets_an_unmatched_strong_one() {
        fingerprint().given(excluded(STRONG)).when(notice(WEAK), BANK).records(suspected(WEAK, STRONG));
        fingerprint()
                .given(excluded(STRONG), suspected(WEAK, STRONG))
                .when(notice(STRONG_TOO), BANK)
                .records(excluded(STRONG_TOO));
        fingerprint()
                .given(excluded(STRONG), suspected(WEAK, STRONG))
                .when(line(STRONG_TOO), BANK)
                .records(new TwinIdentified(OF_PAYER, STRONG_TOO, WEAK));
    }

    @Test
    void tells_lines_apart_by_a_number_that_both_name() {
        var one = Optional.of(VirtualAccountId.of("307584007998", "8001"));
        var other = Optional.of(VirtualAccountId.of("307584007998", "8002"));
        FingerprintEvent known = new TwinExcluded(OF_PAYER, WEAK, PAYER, one);

        fingerprint()
                .given(known)
                .when(new RegisterTwin(OF_PAYER, STRONG, PAYER, other, false), BANK)
                .records(new TwinExcluded(OF_PAYER, STRONG, PAYER, other));
        fingerprint()
                .given(known)
                .when(new RegisterTwin(OF_PAYER, STRONG, PAYER, one, false), BANK)
                .records(new TwinIdentified(OF_PAYER, STRONG, WEAK));
        fingerprint()
                .given(excluded(WEAK_TOO), known)
                .when(new RegisterTwin(OF_PAYER, STRONG, PAYER, one, true), BANK)
                .records(new TwinIdentified(OF_PAYER, STRONG, WEAK));
    }

    @Test
    void of_any_payer_never_guesses() {
        Optional<String> nobody = Optional.empty();

        fingerprint()
                .when(new RegisterTwin(OF_ANY, WEAK, nobody, ANY_NUMBER, false), BANK)
                .records(new TwinSuspected(OF_ANY, WEAK, nobody, ANY_NUMBER, List.of()));
        fingerprint()
                .given(new TwinExcluded(OF_ANY, WEAK, PAYER, ANY_NUMBER))
                .when(new RegisterTwin(OF_ANY, STRONG, nobody, ANY_NUMBER, false), BANK)
                .records(new TwinSuspected(OF_ANY, STRONG, nobody, ANY_NUMBER, List.of(WEAK)));
        fingerprint()
                .given(new TwinExcluded(OF_ANY, WEAK, PAYER, ANY_NUMBER))
                .when(new RegisterTwin(OF_ANY, STRONG, nobody, ANY_NUMBER, true), BANK)
                .records(new TwinIdentified(OF_ANY, STRONG, WEAK));
    }

    @Test
    void forgets_a_weak_line_that_was_identified_elsewhere() {
        var close = new CloseTwin(OF_PAYER, WEAK);
        var closed = new TwinClosed(OF_PAYER, WEAK);

        fingerprint().given(excluded(WEAK)).when(close, POLICY).records(closed);
        fingerprint().when(close, POLICY).records(closed);
        fingerprint().given(excluded(WEAK), closed).when(close, POLICY).changesNothing();
        fingerprint().given(excluded(WEAK), closed).when(notice(STRONG), BANK).records(excluded(STRONG));
        fingerprint().when(close, OPERATOR).isRefused(new NotPermitted(Set.of(Role.POLICY)));
        fingerprint().when(notice(WEAK), OPERATOR).isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER)));
    }

    private static RegisterTwin notice(BankReceiptId receipt) {
        return new RegisterTwin(OF_PAYER, receipt, PAYER, ANY_NUMBER, false);
    }

    private static RegisterTwin line(BankReceiptId receipt) {
        return new RegisterTwin(OF_PAYER, receipt, PAYER, ANY_NUMBER, true);
    }

    private static TwinExcluded excluded(BankReceiptId receipt) {
        return new TwinExcluded(OF_PAYER, receipt, PAYER, ANY_NUMBER);
    }

    private static TwinSuspected suspected(BankReceiptId receipt, BankReceiptId... twins) {
        return new TwinSuspected(OF_PAYER, receipt, PAYER, ANY_NUMBER, List.of(twins));
    }

    private static Scenario fingerprint() {
        return Scenario.of(new PureFingerprint());
    }
}
