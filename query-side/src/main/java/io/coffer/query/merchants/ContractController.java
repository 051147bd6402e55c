package io.coffer.query.merchants;

import io.coffer.api.kernel.Actor;
import io.coffer.api.merchants.MerchantContractId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.money.Money;
import io.coffer.query.kernel.Documents;
import io.coffer.query.kernel.Listing;
import io.coffer.query.kernel.Page;
import io.coffer.query.kernel.Reads;
import io.coffer.query.kernel.Visibility;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads of what merchants were paid on account of their contracts. */
@RestController
@RequestMapping("/v1/merchant-contracts")
class ContractController {

    private final Reads reads;

    ContractController(Reads reads) {
        this.reads = reads;
    }

    @Operation(
            summary = "Read a merchant's contracts and what they add up to",
            description =
                    "The merchant is named by its fee account. The sum is made of all its contracts at this moment; it is"
                            + " stored nowhere, and there is nothing else to draw from.")
    @GetMapping
    ResponseEntity<ContractView.Sum> ofMerchant(
            Actor actor,
            @RequestParam String merchant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var whose = Visibility.visible(actor, merchant, MerchantFeeAccountId::new);
        var listing = Listing.of(ContractFolding.NAME, "merchant-contracts")
                .where("merchant", whose.value())
                .page(cursor, limit);
        return reads.from(ContractFolding.NAME, minPosition, jdbc -> {
            var page = listing.read(jdbc, ContractState.class, ContractView.Line::of, ContractView.Line::position);
            var sums = sums(jdbc, whose);
            return ContractView.Sum.of(whose, sums.available(), sums.reserved(), page);
        });
    }

    @GetMapping("/{id}")
    ResponseEntity<ContractView> one(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = Reads.MIN_POSITION, required = false) @Nullable Long minPosition) {
        var contract = Visibility.visible(actor, id, MerchantContractId::new);
        return reads.versioned(ContractFolding.NAME, minPosition, jdbc -> {
            var state = Documents.find(jdbc, ContractFolding.NAME, contract, ContractState.class)
                    .orElseThrow(() -> Visibility.missing(id));
            return new Reads.Versioned<>(state.version(), ContractView.of(state));
        });
    }

    /** Available and reserved, as they are together. */
    private static Sums sums(JdbcClient jdbc, MerchantFeeAccountId merchant) {
        return jdbc.sql("""
                        select coalesce(sum(available), 0) as available, coalesce(sum(reserved), 0) as reserved
                          from query.merchant_contract where merchant = :merchant
                        """)
                .param("merchant", merchant.value())
                .query((row, _) -> new Sums(Money.fen(row.getLong("available")), Money.fen(row.getLong("reserved"))))
                .single();
    }

    private record Sums(Money available, Money reserved) {}
}
