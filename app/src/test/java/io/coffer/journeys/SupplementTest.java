package io.coffer.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The terms of a funded account")
class SupplementTest {

    private final RunningCoffer coffer = RunningCoffer.shared();

    @Test
    @DisplayName("T55: are not amended; a supplement that all parties signed changes them")
    void change_by_what_all_parties_signed_only() {
        var sale = HomeSale.opened(coffer, "600.00");
        sale.pay("600.00");
        sale.account("FUNDED");
        var more = Reply.JSON
                .readTree(HomeSale.opening(sale.contract(), "600.00", "50.00"))
                .path("terms")
                .toString();
        coffer.as("acme")
                .ask("PUT", sale.path() + "/terms", more)
                .ifMatch("*")
                .answer()
                .isRefused(409, "ALREADY_FUNDED");
        var refusal = coffer.as("acme")
                .post(sale.path() + "/supplements", supplement(more, signed("buyer-1")))
                .isRefused(422, "SIGNATURES_INVALID");
        assertThat(refusal.text()).contains("seller-1 has not signed");

        var accepted = coffer.as("acme")
                .post(sale.path() + "/supplements", supplement(more, signed("buyer-1") + "," + signed("seller-1")))
                .isAccepted();

        assertThat(accepted.text()).contains("accounts.SupplementSigned");
        var account = sale.account("FUNDING");
        assertThat(account.at("/terms/supplementNo").asInt()).isEqualTo(1);
        assertThat(account.at("/plan/1/missing/value").asString()).isEqualTo("50.00");
        sale.pay("50.00");
        sale.account("FUNDED");
    }

    private static String supplement(String terms, String signatures) {
        return """
                {"supplementNo":1,"terms":%s,"signatures":[%s]}""".formatted(terms, signatures);
    }

    private static String signed(String partyId) {
        return """
                {"partyId":"%s","evidence":%s}""".formatted(partyId, HomeSale.EVIDENCE);
    }
}
