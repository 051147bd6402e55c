package io.coffer.command.payouts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.coffer.api.kernel.BankAccountRef;
import io.coffer.api.kernel.Keys;
import io.coffer.api.kernel.MalformedKey;
import io.coffer.api.money.Amount;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutOutcome;
import io.coffer.platform.vault.Vault;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks to the bank's payout service over HTTP. Numbers and names leave the vault here and nowhere else. Whatever is not
 * a clear answer is {@link PayoutChannel.Reply.Unclear}, a refused connection too: it costs one question, a guess costs money.
 */
final class HttpPayoutChannel implements PayoutChannel {

    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .build();
    private final Supplier<String> baseUrl;
    private final Duration deadline;
    private final Vault vault;
    private final JsonMapper json;

    /** @param baseUrl asked at every call: a simulator inside the process knows its port late */
    HttpPayoutChannel(Supplier<String> baseUrl, Duration deadline, Vault vault, JsonMapper json) {
        this.baseUrl = baseUrl;
        this.deadline = deadline;
        this.vault = vault;
        this.json = json;
    }

    @Override
    public Reply pay(Order order) {
        var number = vault.reveal(order.payee().token());
        var name = order.payee().hasHolder()
                ? vault.reveal(order.payee().holderDigest())
                : Optional.of(BankAccountRef.UNNAMED);
        if (number.isEmpty() || name.isEmpty()) {
            // Nothing was sent: without the payee's data there is nobody to pay.
            return new Reply.Final(new PayoutOutcome.Refused(NOTHING_SENT));
        }
        var amount = Amount.of(order.amount());
        Map<String, String> body = new LinkedHashMap<>();
        body.put("payoutNo", order.payout().value());
        body.put("custodyBank", order.custodyAccount().bankCode());
        body.put("custodyAccount", order.custodyAccount().accountNo());
        body.put("payeeAccountNumber", number.get());
        body.put("payeeName", name.get());
        body.put("amount", amount.value());
        body.put("currency", amount.currency());
        return send(request("/bank/payouts")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)))
                .build());
    }

    @Override
    public Reply query(PayoutId payout) {
        var number = URLEncoder.encode(payout.value(), StandardCharsets.UTF_8);
        return send(request("/bank/payouts/" + number).GET().build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl.get() + path)).timeout(deadline);
    }

    private Reply send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return response.statusCode() == 200 || response.statusCode() == 202
                    ? read(json.readValue(response.body(), BankAnswer.class))
                    : new Reply.Unclear("HTTP " + response.statusCode());
        } catch (IOException | JacksonException e) {
            return new Reply.Unclear(e.getClass().getSimpleName());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Reply.Unclear("stopped while calling");
        }
    }

    private static Reply read(BankAnswer answer) {
        return switch (answer.result().orElse("")) {
            case "ACCEPTED", "PENDING" -> new Reply.Pending();
            case "NOT_FOUND" -> new Reply.NotFound();
            case "SUCCEEDED" ->
                answer.coreNo()
                        .filter(HttpPayoutChannel::isKey)
                        .flatMap(coreNo -> answer.bankDate().map(date -> new PayoutOutcome.Paid(coreNo, date)))
                        .<Reply>map(Reply.Final::new)
                        .orElseGet(() -> new Reply.Unclear("a success without its serial number"));
            case "REFUSED" ->
                new Reply.Final(new PayoutOutcome.Refused(
                        answer.code().filter(HttpPayoutChannel::isKey).orElse("REFUSED")));
            default -> new Reply.Unclear("an answer without a known result");
        };
    }

    // A bank's free text could name people, and events are for ever.
    private static boolean isKey(String text) {
        try {
            var _ = Keys.key("text", text);
            return true;
        } catch (MalformedKey _) {
            return false;
        }
    }

    /** What the bank may add is its own business; what it may leave out is optional here. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record BankAnswer(
            Optional<String> result, Optional<String> coreNo, Optional<String> code, Optional<LocalDate> bankDate) {}
}
