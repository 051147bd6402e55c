package io.coffer.platform.web;

import static org.springframework.web.bind.annotation.RequestMethod.POST;
import static org.springframework.web.bind.annotation.RequestMethod.PUT;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.kernel.Actor;
import io.coffer.api.kernel.KernelRejection.StaleVersion;
import io.coffer.api.kernel.OperationId;
import io.coffer.api.money.Amount;
import io.coffer.api.money.Money;
import io.coffer.platform.openapi.OpenApiConfiguration;
import io.coffer.platform.security.SecurityConfiguration;
import io.coffer.platform.vault.Hmac;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest program that has our edge, to be asked anything. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({WebConfiguration.class, SecurityConfiguration.class, OpenApiConfiguration.class, EdgeApplication.Echo.class})
class EdgeApplication {

    static final Hmac DIGEST_KEY = new Hmac("a key of the test".getBytes(StandardCharsets.UTF_8));

    enum Colour {
        RED,
        BLUE
    }

    record Nested(String text, long count) {}

    record Body(
            EscrowAccountId account,
            Amount amount,
            LocalDate day,
            Optional<Instant> at,
            Colour colour,
            boolean agreed,
            List<Nested> nested,
            Optional<String> remark) {}

    record Echoed(Body body, String subject, String key, String digest, Money money) {}

    /** What a side might make of a request by a resolver of its own. */
    record Call(OperationId operation) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "shape")
    @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "CIRCLE")})
    sealed interface Shape permits Circle {}

    record Circle(long radius) implements Shape {}

    record Drawing(Shape shape) {}

    record Line(long number, String outcome) {}

    @RestController
    static class Echo {

        private final NdjsonReader lines;

        Echo(NdjsonReader lines) {
            this.lines = lines;
        }

        @PostMapping("/v1/echo")
        Echoed echo(@RequestBody Body body, Actor actor, IdempotencyKey key, HttpServletRequest request) {
            var digest = ContentDigest.current(request, DIGEST_KEY).hex();
            return new Echoed(
                    body, actor.subject(), key.value(), digest, body.amount().toMoney());
        }

        @GetMapping("/v1/escrow-accounts/{account}")
        EscrowAccountId account(@PathVariable EscrowAccountId account, @RequestParam Optional<Integer> limit) {
            return account;
        }

        @PostMapping("/v1/approve")
        void approve(IfMatch ifMatch, IdempotencyKey key) {
            if (!ifMatch.allows(3)) {
                throw new RejectionException(new StaleVersion(ifMatch.versions(), 3));
            }
        }

        @PostMapping("/v1/draw")
        ResponseEntity<Drawing> draw(@RequestBody Drawing drawing, Call call) {
            return ResponseEntity.status(201).body(drawing);
        }

        @RequestMapping(
                path = "/v1/open",
                method = {POST, PUT})
        ResponseEntity<Line> open(@RequestParam long number) {
            return ResponseEntity.status(201)
                    .header("Location", "/v1/open/" + number)
                    .eTag("\"" + number + "\"")
                    .header("Coffer-Position", "17")
                    .body(new Line(number, "开立"));
        }

        @PostMapping("/v1/accept")
        ResponseEntity<Line> accept() {
            return ResponseEntity.accepted().build();
        }

        @PostMapping("/v1/amend")
        String amend(Optional<IfMatch> ifMatch) {
            return ifMatch.isPresent() ? "conditional" : "unconditional";
        }

        @GetMapping("/v1/failing")
        void fail(@RequestParam String how) {
            switch (how) {
                case "late" -> throw new UnavailableException("The projection is behind.", Duration.ofSeconds(7), null);
                default -> throw new IllegalStateException("a secret of the server");
            }
        }

        @PostMapping(path = "/v1/lines", consumes = "application/x-ndjson")
        List<Line> lines(InputStream body) throws IOException {
            var results = new ArrayList<Line>();
            for (var line : lines.read(body, Nested.class)) {
                results.add(
                        switch (line) {
                            case NdjsonLine.Parsed<Nested> parsed ->
                                new Line(parsed.number(), parsed.value().text());
                            case NdjsonLine.Faulty<Nested> faulty ->
                                new Line(faulty.number(), faulty.problem().code());
                        });
            }
            return results;
        }
    }
}
