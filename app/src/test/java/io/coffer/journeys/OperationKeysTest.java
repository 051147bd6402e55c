package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("T56: an operation key")
class OperationKeysTest {

    private final RunningCoffer coffer = RunningCoffer.shared();
    private final Client acme = coffer.as("acme");

    @Test
    void that_was_accepted_gets_the_first_answer_again() {
        var key = UUID.randomUUID().toString();
        var sale = HomeSale.opened(coffer, "100.00");
        var ask = acme.ask("POST", sale.path() + "/payees", HomeSale.payee("6217000000009000"))
                .key(key);
        var first = ask.answer().isAccepted();
        var head = coffer.settled();
        var again = ask.answer();
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.etag()).isEqualTo(first.etag());
        assertThat(again.isReplay()).isTrue();
        assertThat(first.isReplay()).isFalse();
        assertThat(coffer.head()).isEqualTo(head);
    }

    @Test
    void that_was_accepted_refuses_other_content_and_other_paths() {
        var key = UUID.randomUUID().toString();
        var sale = HomeSale.opened(coffer, "100.00");
        acme.ask("POST", sale.path() + "/payees", HomeSale.payee("6217000000009000"))
                .key(key)
                .answer()
                .isAccepted();
        acme.ask("POST", sale.path() + "/payees", HomeSale.payee("6217000000009001"))
                .key(key)
                .answer()
                .isRefused(422, "IDEMPOTENCY_KEY_REUSED");
        acme.ask("POST", sale.path() + "/closure", null).key(key).answer().isRefused(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void of_another_tenant_is_another_key() {
        var key = UUID.randomUUID().toString();
        var contract = "K-" + HomeSale.nextCoreNo();
        for (var tenant : new String[] {"acme", "globex"}) {
            var answer = coffer.as(tenant)
                    .ask("POST", "/v1/escrow-accounts", HomeSale.opening(contract, "100.00"))
                    .key(key)
                    .answer();
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.at("/id")).isEqualTo("EA:" + tenant + ":" + contract);
        }
    }

    @Test
    void whose_operation_was_refused_is_judged_afresh() {
        var key = UUID.randomUUID().toString();
        var sale = HomeSale.opened(coffer, "100.00");
        var confirmation = acme.ask("POST", sale.path() + "/conditions", """
                        {"condition":"TRANSFER_REGISTERED","evidence":%s}""".formatted(HomeSale.EVIDENCE))
                .key(key);
        confirmation.answer().isRefused(409, "NOT_IN_THIS_STATE");
        sale.pay("100.00");
        sale.account("FUNDED");
        assertThat(confirmation.answer().isAccepted().isReplay()).isFalse();
        assertThat(confirmation.answer().isAccepted().isReplay()).isTrue();
    }

    @Test
    void that_is_in_flight_is_told_so_and_only_one_of_many_is_carried_out() throws InterruptedException {
        var key = UUID.randomUUID().toString();
        var opening = HomeSale.opening("F-" + HomeSale.nextCoreNo(), "100.00");
        Callable<Reply> ask =
                () -> acme.ask("POST", "/v1/escrow-accounts", opening).key(key).answer();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = threads
                    .invokeAll(IntStream.range(0, 24).mapToObj(_ -> ask).toList())
                    .stream()
                    .map(answer -> {
                        try {
                            return answer.get();
                        } catch (InterruptedException | ExecutionException failure) {
                            throw new IllegalStateException(failure);
                        }
                    })
                    .toList();
            assertThat(answers)
                    .allMatch(answer -> answer.status() == 201 || answer.code().equals("OPERATION_IN_FLIGHT"));
            assertThat(answers).anyMatch(answer -> answer.status() == 409);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 201 && !answer.isReplay())
                    .hasSize(1);
        }
    }
}
