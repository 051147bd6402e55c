package io.coffer.command.refunds;

import static io.coffer.command.refunds.ShopRefund.DAY;
import static io.coffer.command.refunds.ShopRefund.GAP;
import static io.coffer.command.refunds.ShopRefund.REFUND;
import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.refunds.RefundFailure;
import io.coffer.api.refunds.RefundFunds;
import io.coffer.api.refunds.RefundOutcome;
import io.coffer.api.refunds.RefundOutcome.ReturnedFee;
import io.coffer.command.accounts.Sale;
import io.coffer.command.refunds.RefundChannel.Order;
import io.coffer.command.refunds.RefundChannel.Reply;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@DisplayName("What a channel answers")
class ChannelAnswerTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Order ORDER = new Order(REFUND, "WECHAT", "T-1", ShopRefund.AMOUNT, Sale.CUSTODY, false);

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPTED", "PENDING"})
    void may_be_that_it_is_at_it(String result) {
        assertThat(reply("\"result\":\"" + result + "\"")).isEqualTo(new Reply.Pending());
    }

    @Test
    void may_be_that_it_does_not_know_the_number() {
        assertThat(reply("\"result\":\"NOT_FOUND\"")).isEqualTo(new Reply.NotFound());
    }

    @Test
    void is_a_success_out_of_a_settlement_with_the_fee_that_came_back() {
        assertThat(reply("""
                "result":"SUCCEEDED","channelRefundNo":"WR-1","bankDate":"2026-11-22","settlementDate":"2026-11-23",
                "feeReturned":"8.40","feeSettlementDate":"2026-11-23","more":1"""))
                .isEqualTo(new Reply.Final(new RefundOutcome.Done(
                        "WR-1", new RefundFunds.Netted("WECHAT", DAY), Optional.of(new ReturnedFee(GAP, DAY)))));
    }

    @Test
    void is_a_success_out_of_our_account_without_a_fee() {
        assertThat(reply("""
                "result":"SUCCEEDED","channelRefundNo":"WR-1","bankDate":"2026-11-23","coreNo":"CORE-1",
                "feeReturned":"0.00","feeSettlementDate":"2026-11-23\""""))
                .isEqualTo(new Reply.Final(new RefundOutcome.Done(
                        "WR-1", new RefundFunds.Debited(Sale.CUSTODY, DAY, "CORE-1"), Optional.empty())));
    }

    @Test
    void is_a_refusal_with_what_it_means() {
        assertThat(reply("\"result\":\"REFUSED\",\"failure\":\"INSTRUMENT\",\"code\":\"ACCOUNT_CLOSED\""))
                .isEqualTo(new Reply.Final(ShopRefund.CLOSED));
        assertThat(reply("\"result\":\"REFUSED\",\"failure\":\"FINAL\",\"code\":\"Li Mei has no card\""))
                .isEqualTo(new Reply.Final(new RefundOutcome.Refused(RefundFailure.FINAL, "REFUSED")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"other\":1",
                "\"result\":\"DONE\"",
                "\"result\":\"REFUSED\"",
                "\"result\":\"REFUSED\",\"failure\":\"SOMETIMES\"",
                "\"result\":\"SUCCEEDED\"",
                "\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"WR-1\"",
                "\"result\":\"SUCCEEDED\",\"settlementDate\":\"2026-11-23\"",
                "\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"W R\",\"settlementDate\":\"2026-11-23\"",
                "\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"WR-1\",\"coreNo\":\"CORE-1\"",
                "\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"WR-1\",\"coreNo\":\"CORE-1\",\"bankDate\":\"2026-11-23\","
                        + "\"settlementDate\":\"2026-11-23\"",
                "\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"WR-1\",\"settlementDate\":\"2026-11-23\","
                        + "\"feeReturned\":\"0.60\"",
                "\"result\":\"SUCCEEDED\",\"channelRefundNo\":\"WR-1\",\"settlementDate\":\"2026-11-23\","
                        + "\"feeReturned\":\"-0.60\",\"feeSettlementDate\":\"2026-11-23\""
            })
    void that_does_not_say_all_of_it_is_unclear(String fields) {
        assertThat(reply(fields)).isInstanceOf(Reply.Unclear.class);
    }

    @Test
    void about_another_number_is_unclear() {
        assertThat(JSON.readValue("{\"refundNo\":\"RF:acme:RF-2\",\"result\":\"NOT_FOUND\"}", ChannelAnswer.class)
                        .reply(ORDER))
                .isInstanceOf(Reply.Unclear.class);
    }

    private static Reply reply(String fields) {
        return JSON.readValue("{\"refundNo\":\"" + REFUND + "\"," + fields + "}", ChannelAnswer.class)
                .reply(ORDER);
    }
}
