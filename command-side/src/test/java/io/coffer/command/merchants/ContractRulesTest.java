package io.coffer.command.merchants;

import static io.coffer.command.kernel.People.BUSINESS;
import static io.coffer.command.kernel.People.OPERATOR;
import static io.coffer.command.kernel.People.POLICY;
import static io.coffer.command.kernel.People.STRANGER;
import static io.coffer.command.merchants.Lease.CONTRACT;
import static io.coffer.command.merchants.Lease.ORDER;
import static io.coffer.command.merchants.Lease.REFUND;
import static io.coffer.command.merchants.Lease.credit;
import static io.coffer.command.merchants.Lease.credited;
import static io.coffer.command.merchants.Lease.end;
import static io.coffer.command.merchants.Lease.ended;
import static io.coffer.command.merchants.Lease.paid;
import static io.coffer.command.merchants.Lease.reserve;
import static io.coffer.command.merchants.Lease.reserved;
import static io.coffer.command.merchants.Lease.take;
import static io.coffer.command.merchants.Lease.taken;
import static io.coffer.command.merchants.Lease.unpaid;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.KernelRejection.NotFound;
import io.coffer.api.kernel.KernelRejection.NotPermitted;
import io.coffer.api.kernel.Role;
import io.coffer.api.merchants.ContractCommand;
import io.coffer.api.merchants.ContractCommand.RefillContract;
import io.coffer.api.merchants.ContractCommand.ReserveContractFunds;
import io.coffer.api.merchants.ContractEvent.ContractCredited;
import io.coffer.api.merchants.ContractEvent.ContractFundsAwaited;
import io.coffer.api.merchants.ContractEvent.ContractFundsReserved;
import io.coffer.api.merchants.ContractEvent.ContractRefilled;
import io.coffer.api.merchants.ContractEvent.ContractWaitEnded;
import io.coffer.api.merchants.ContractRejection.ContractFundsMissing;
import io.coffer.api.merchants.ContractRejection.ContractFundsNotReserved;
import io.coffer.api.money.Money;
import io.coffer.api.payments.PaymentOrderId;
import io.coffer.api.refunds.RefundId;
import io.coffer.api.splits.SplitId;
import io.coffer.command.accounts.Sale;
import io.coffer.command.kernel.People;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What a merchant was paid on account of a contract")
class ContractRulesTest {

    private static final PaymentOrderId OTHER_ORDER = Lease.order("PAY2");
    private static final SplitId SPLIT = SplitId.of(People.ACME, "SP-1");
    private static final RefundId OTHER_REFUND = Lease.refund("R-2");

    @Test
    void is_credited_once_for_each_order() {
        unpaid().when(credit(ORDER, 140_000), POLICY).records(credited(ORDER, 140_000));
        paid(140_000).when(credit(ORDER, 140_000), POLICY).changesNothing();
        paid(140_000).when(credit(OTHER_ORDER, 350_000), POLICY).records(credited(OTHER_ORDER, 350_000));
    }

    @Test
    void is_not_credited_again_for_an_order_of_which_nothing_is_left() {
        paid(140_000)
                .given(reserved(ORDER, REFUND, 140_000), taken(ORDER, REFUND, 140_000))
                .when(credit(ORDER, 140_000), POLICY)
                .changesNothing();
    }

    @Test
    void is_set_aside_up_to_the_last_fen_of_its_order() {
        paid(139_160).when(reserve(ORDER, REFUND, 139_160), POLICY).records(reserved(ORDER, REFUND, 139_160));
        paid(139_160).when(reserve(ORDER, REFUND, 139_159), POLICY).records(reserved(ORDER, REFUND, 139_159));
        paid(139_160).when(reserve(ORDER, REFUND, 139_161), POLICY).isRefused(missing(ORDER, 1));
    }

    /** Incident B of {@code domain.md}: the neighbour's 3,500.00 pay for nobody else. */
    @Test
    void is_never_lent_to_another_order() {
        paid(139_160)
                .given(credited(OTHER_ORDER, 350_000))
                .when(reserve(ORDER, REFUND, 140_000), POLICY)
                .isRefused(missing(ORDER, 840));
        unpaid().given(credited(OTHER_ORDER, 350_000))
                .when(reserve(ORDER, REFUND, 140_000), POLICY)
                .records(awaited(REFUND, 140_000));
    }

    /** The word of the payment may come later than the wish for its refund. */
    @Test
    void is_set_aside_when_its_credit_comes_for_refunds_that_were_earlier() {
        unpaid().when(reserve(ORDER, REFUND, 60), POLICY).records(awaited(REFUND, 60));
        var waiting = unpaid().given(awaited(OTHER_REFUND, 40), awaited(REFUND, 60));

        waiting.when(reserve(ORDER, REFUND, 60), POLICY).changesNothing();
        waiting.when(take(REFUND), POLICY).isRefused(new ContractFundsNotReserved(REFUND.value()));
        waiting.when(credit(OTHER_ORDER, 100), POLICY).records(credited(OTHER_ORDER, 100));
        waiting.when(credit(ORDER, 100), POLICY)
                .records(credited(ORDER, 100), reserved(ORDER, REFUND, 60), reserved(ORDER, OTHER_REFUND, 40));
        waiting.when(credit(ORDER, 99), POLICY)
                .records(credited(ORDER, 99), reserved(ORDER, REFUND, 60), waitEnded(OTHER_REFUND, 1));
        waiting.given(credited(ORDER, 99), reserved(ORDER, REFUND, 60), waitEnded(OTHER_REFUND, 1))
                .when(reserve(ORDER, OTHER_REFUND, 39), POLICY)
                .records(reserved(ORDER, OTHER_REFUND, 39));
    }

    @Test
    void is_not_set_aside_for_a_refund_that_ended_while_it_waited() {
        var ended = unpaid().given(awaited(REFUND, 60), waitEnded(REFUND, 0));

        unpaid().given(awaited(REFUND, 60)).when(end(REFUND), POLICY).records(waitEnded(REFUND, 0));
        ended.when(end(REFUND), POLICY).changesNothing();
        ended.when(credit(ORDER, 100), POLICY).records(credited(ORDER, 100));
        ended.when(reserve(ORDER, REFUND, 60), POLICY).isRefused(new ContractFundsNotReserved(REFUND.value()));
    }

    @Test
    void is_set_aside_for_a_split_and_says_where_it_lies() {
        var placed = new ContractCredited(Lease.CONTRACT, ORDER, Money.fen(100), Optional.of(Sale.CUSTODY));

        unpaid().given(placed)
                .when(new ReserveContractFunds(Lease.CONTRACT, ORDER, SPLIT, Money.fen(100)), POLICY)
                .records(new ContractFundsReserved(
                        Lease.CONTRACT, ORDER, SPLIT, Money.fen(100), Optional.of(Sale.CUSTODY)));
        unpaid().given(placed).when(reserve(ORDER, REFUND, 100), POLICY).records(reserved(ORDER, REFUND, 100));
        paid(100)
                .when(new ReserveContractFunds(Lease.CONTRACT, ORDER, SPLIT, Money.fen(101)), POLICY)
                .isRefused(missing(ORDER, 1));
    }

    /** Nobody promised that a split's payment comes. */
    @Test
    void is_not_awaited_by_a_split() {
        unpaid().when(new ReserveContractFunds(Lease.CONTRACT, ORDER, SPLIT, Money.fen(60)), POLICY)
                .isRefused(missing(ORDER, 60));
    }

    @Test
    void comes_back_from_payees_for_the_refund_that_wants_it_and_for_nobody_else() {
        var refill = new RefillContract(Lease.CONTRACT, ORDER, SPLIT, REFUND, Money.fen(40));
        var refilled = new ContractRefilled(Lease.CONTRACT, ORDER, SPLIT, REFUND, Money.fen(40));

        paid(100)
                .given(reserved(ORDER, REFUND, 100))
                .when(refill, POLICY)
                .records(refilled, reserved(ORDER, REFUND, 40));
        paid(100)
                .given(reserved(ORDER, REFUND, 0), refilled, reserved(ORDER, REFUND, 40))
                .when(end(REFUND), POLICY)
                .records(ended(ORDER, REFUND, 40));
        paid(100)
                .given(reserved(ORDER, REFUND, 60), refilled, reserved(ORDER, REFUND, 40))
                .when(take(REFUND), POLICY)
                .records(taken(ORDER, REFUND, 100));
        paid(100)
                .given(reserved(ORDER, REFUND, 100), ended(ORDER, REFUND, 100))
                .when(refill, POLICY)
                .records(refilled);
        paid(100)
                .given(reserved(ORDER, OTHER_REFUND, 100), refilled)
                .when(reserve(ORDER, Lease.refund("R-3"), 41), POLICY)
                .isRefused(missing(ORDER, 1));
        paid(100).when(refill, POLICY).records(refilled);
        paid(100).given(awaited(REFUND, 1)).when(refill, POLICY).records(refilled);
    }

    private static ContractFundsAwaited awaited(RefundId refund, long fen) {
        return new ContractFundsAwaited(Lease.CONTRACT, ORDER, refund, Money.fen(fen));
    }

    private static ContractWaitEnded waitEnded(RefundId refund, long gap) {
        return new ContractWaitEnded(Lease.CONTRACT, ORDER, refund, Money.fen(gap));
    }

    @Test
    void is_less_by_what_other_refunds_have_or_took() {
        paid(100)
                .given(reserved(ORDER, REFUND, 60))
                .when(reserve(ORDER, OTHER_REFUND, 40), POLICY)
                .records(reserved(ORDER, OTHER_REFUND, 40));
        paid(100)
                .given(reserved(ORDER, REFUND, 60))
                .when(reserve(ORDER, OTHER_REFUND, 41), POLICY)
                .isRefused(missing(ORDER, 1));
        paid(100)
                .given(reserved(ORDER, REFUND, 60), taken(ORDER, REFUND, 60))
                .when(reserve(ORDER, OTHER_REFUND, 41), POLICY)
                .isRefused(missing(ORDER, 1));
    }

    @Test
    void is_set_aside_once_for_each_refund() {
        paid(100)
                .given(reserved(ORDER, REFUND, 60))
                .when(reserve(ORDER, REFUND, 60), POLICY)
                .changesNothing();
        paid(100)
                .given(reserved(ORDER, REFUND, 60), taken(ORDER, REFUND, 60))
                .when(reserve(ORDER, REFUND, 40), POLICY)
                .changesNothing();
        paid(100)
                .given(reserved(ORDER, REFUND, 60), ended(ORDER, REFUND, 60))
                .when(reserve(ORDER, REFUND, 60), POLICY)
                .isRefused(new ContractFundsNotReserved(REFUND.value()));
    }

    @Test
    void becomes_available_again_when_the_refund_will_not_take_it() {
        paid(100).given(reserved(ORDER, REFUND, 60)).when(end(REFUND), POLICY).records(ended(ORDER, REFUND, 60));
        paid(100)
                .given(reserved(ORDER, REFUND, 60), ended(ORDER, REFUND, 60))
                .when(reserve(ORDER, OTHER_REFUND, 100), POLICY)
                .records(reserved(ORDER, OTHER_REFUND, 100));
        paid(100)
                .given(reserved(ORDER, REFUND, 60), ended(ORDER, REFUND, 60))
                .when(reserve(ORDER, OTHER_REFUND, 101), POLICY)
                .isRefused(missing(ORDER, 1));
    }

    /** T50 of {@code domain.md}. What the refund had added for the fee is none of the contract's: it goes to who paid it. */
    @Test
    void comes_back_without_the_fee_from_a_refund_that_had_taken_it() {
        var given = paid(139_160).given(reserved(ORDER, REFUND, 139_160), taken(ORDER, REFUND, 139_160));

        given.when(end(REFUND), POLICY).records(ended(ORDER, REFUND, 139_160));
        given.given(ended(ORDER, REFUND, 139_160))
                .when(reserve(ORDER, OTHER_REFUND, 139_160), POLICY)
                .records(reserved(ORDER, OTHER_REFUND, 139_160));
    }

    @Test
    void is_let_go_once_whenever_the_word_of_its_taking_comes() {
        var cancelled = paid(100).given(reserved(ORDER, REFUND, 60), ended(ORDER, REFUND, 60));

        cancelled.when(take(REFUND), POLICY).changesNothing();
        cancelled.when(end(REFUND), POLICY).changesNothing();
        paid(100).when(end(REFUND), POLICY).isRefused(new ContractFundsNotReserved(REFUND.value()));
    }

    @Test
    void is_taken_once_as_a_whole() {
        paid(100).given(reserved(ORDER, REFUND, 60)).when(take(REFUND), POLICY).records(taken(ORDER, REFUND, 60));
        paid(100)
                .given(reserved(ORDER, REFUND, 60), taken(ORDER, REFUND, 60))
                .when(take(REFUND), POLICY)
                .changesNothing();
        paid(100).when(take(REFUND), POLICY).isRefused(new ContractFundsNotReserved(REFUND.value()));
    }

    @Test
    void is_nobodys_to_command() {
        for (var command :
                List.<ContractCommand>of(credit(ORDER, 1), reserve(ORDER, REFUND, 1), end(REFUND), take(REFUND))) {
            for (var actor : List.<Actor>of(BUSINESS, OPERATOR)) {
                paid(100).when(command, actor).isRefused(new NotPermitted(Set.of(Role.POLICY)));
            }
            paid(100).when(command, STRANGER).isRefused(new NotFound(CONTRACT.value()));
        }
    }

    @Test
    void never_believes_in_what_cannot_have_happened() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> paid(100).given(reserved(ORDER, REFUND, 101)));
        assertThatIllegalStateException()
                .isThrownBy(() -> paid(100).given(taken(ORDER, REFUND, 1)))
                .withMessageContaining(REFUND.value());
    }

    private static ContractFundsMissing missing(PaymentOrderId order, long fen) {
        return new ContractFundsMissing(order.value(), Money.fen(fen));
    }
}
