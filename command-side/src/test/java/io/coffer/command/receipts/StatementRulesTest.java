package io.coffer.command.receipts;

import static io.coffer.command.kernel.People.BANK;
import static io.coffer.command.kernel.People.OPERATOR;

import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.money.Money;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.ReceiptRejection.StatementDiffers;
import io.coffer.api.receipts.ReceiptRejection.StatementIncomplete;
import io.coffer.api.receipts.StatementCommand.CompleteStatement;
import io.coffer.api.receipts.StatementCommand.OpenStatement;
import io.coffer.api.receipts.StatementEvent.StatementCompleted;
import io.coffer.api.receipts.StatementEvent.StatementOpened;
import io.coffer.api.receipts.StatementId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.Scenario;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A day's statement")
class StatementRulesTest {

    private static final StatementId DAY = StatementId.of(new BookingPlace(Sale.CUSTODY, LocalDate.of(2026, 11, 22)));
    private static final Money OPENING = Money.yuan(100);
    private static final Money IN = Money.yuan(50);
    private static final Money OUT = Money.yuan(30);
    private static final OpenStatement OPEN = new OpenStatement(DAY, OPENING, Money.yuan(120), 3, Money.yuan(80));
    private static final StatementOpened OPENED = new StatementOpened(DAY, OPENING, Money.yuan(120), 3, Money.yuan(80));
    private static final CompleteStatement COMPLETE = new CompleteStatement(DAY, 3, IN, OUT);
    private static final StatementCompleted COMPLETED = new StatementCompleted(DAY, 3, IN, OUT);

    @Test
    void is_announced_once_and_never_otherwise() {
        statement().when(OPEN, BANK).records(OPENED);
        statement().given(OPENED).when(OPEN, BANK).changesNothing();
        statement()
                .given(OPENED)
                .when(new OpenStatement(DAY, OPENING, Money.yuan(120), 4, Money.yuan(80)), BANK)
                .isRefused(new StatementDiffers(DAY.value()));
        statement().when(OPEN, OPERATOR).isRefused(new NotPermitted(Set.of(Role.BANK_ADAPTER)));
    }

    @Test
    void is_complete_when_its_lines_are_those_that_were_announced() {
        statement().given(OPENED).when(COMPLETE, BANK).records(COMPLETED);
        statement().given(OPENED, COMPLETED).when(COMPLETE, BANK).changesNothing();
        statement().when(COMPLETE, BANK).isRefused(new NotFound(DAY.value()));
    }

    @Test
    void is_not_complete_by_one_line_or_one_fen_less_or_more_or_the_other_way() {
        refuses(new CompleteStatement(DAY, 2, IN, OUT), Money.ZERO);
        refuses(new CompleteStatement(DAY, 4, IN, OUT), Money.ZERO);
        refuses(new CompleteStatement(DAY, 3, IN.minus(Money.fen(1)), OUT), Money.fen(1));
        refuses(new CompleteStatement(DAY, 3, IN.plus(Money.fen(1)), OUT), Money.ZERO);
        refuses(new CompleteStatement(DAY, 3, OUT, IN), Money.ZERO);
    }

    private static void refuses(CompleteStatement command, Money missing) {
        statement().given(OPENED).when(command, BANK).isRefused(new StatementIncomplete(3, command.count(), missing));
    }

    private static Scenario statement() {
        return Scenario.of(new PureStatement());
    }
}
