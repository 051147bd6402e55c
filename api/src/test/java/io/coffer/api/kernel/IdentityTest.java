package io.coffer.api.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.coffer.api.accounts.EscrowAccountId;
import io.coffer.api.approvals.ApprovalRequestId;
import io.coffer.api.ledger.LedgerWatchId;
import io.coffer.api.merchants.MerchantFeeAccountId;
import io.coffer.api.payouts.PayoutId;
import io.coffer.api.payouts.PayoutSwitchId;
import io.coffer.api.receipts.BankReceiptId;
import io.coffer.api.receipts.BookingPlace;
import io.coffer.api.receipts.ReceiptKeyId;
import io.coffer.api.receipts.ReceiptTarget;
import io.coffer.api.receipts.VirtualAccountId;
import io.coffer.api.settlements.ChannelSettlementId;
import io.coffer.api.splits.SplitId;
import io.coffer.api.splits.SplitSwitchId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An identity")
class IdentityTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final CustodyAccount CUSTODY = new CustodyAccount("102100000021", "6222000000000001");
    private static final Map<String, Function<String, AggregateId>> KINDS = Map.of(
            "EA", EscrowAccountId::new,
            "MB", MerchantFeeAccountId::new,
            "SI", SplitId::new,
            "PY", PayoutId::new,
            "AR", ApprovalRequestId::new,
            "BR", BankReceiptId::new,
            "VA", VirtualAccountId::new,
            "PS", PayoutSwitchId::new,
            "SS", SplitSwitchId::new,
            "LW", LedgerWatchId::new);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "EA:acme:C-1, acme",
        "EA:a-0:C.2026_1, a-0",
        "MB:acme:M-1, acme",
        "MB:a-0:M.2026_1, a-0",
        "SI:acme:SP-1, acme",
        "SS:acme:M-1, acme",
        "PY:acme:C-1:R-1, acme",
        "PY:acme:C-1:R-1:1, acme",
        "PY:acme:C-1:R-1:999, acme",
        "AR:acme:release:C-1:R-1, acme",
        "AR:_:resume:PS:ALL:1:1, ",
        "BR:102100000021:6222000000000001:2026-11-22:IN:X1, ",
        "BR:102100000021:6222000000000001:2026-11-22:OUT:X1, ",
        "VA:102100000021:8000000000000001, ",
        "PS:ALL, ",
        "PS:102100000021.6222000000000001, ",
        "LW:C2.17, "
    })
    void belongs_to_the_tenant_it_names_or_to_the_institution(String text, String tenant) {
        var id = read(text);

        assertThat(id.value()).isEqualTo(text);
        assertThat(id).hasToString(text);
        assertThat(id.owner()).isEqualTo(tenant == null ? Owner.institution() : Owner.tenant(new TenantId(tenant)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "EA:",
                "EA:acme",
                "EA:acme:",
                "EA::C-1",
                "EA:acme:C-1:",
                "EA:acme:C-1:x",
                "EA:Acme:C-1",
                "EA:a b:C-1",
                "EA:acme:../x",
                "EA:acme:.",
                "EA:acme:-1",
                "EA:acme:a/b",
                "EA:acme:a%2fb",
                "EA:acme:a b",
                "EA:acme:房",
                "EA:acme:a\nb",
                "EA:acme:a\u0000",
                "EA:acme:C-1\n",
                "EA:acme\n:C-1",
                "ea:acme:C-1",
                "MB:",
                "MB:acme",
                "MB:acme:",
                "MB::M-1",
                "MB:acme:M-1:x",
                "MB:Acme:M-1",
                "MB:acme:../x",
                "MB:acme:a b",
                "mb:acme:M-1",
                " EA:acme:C-1",
                "PY:acme:",
                "PY:acme",
                "PY:_:x:y",
                "PY:acme:C-1",
                "PY:acme:C-1:R-1:x",
                "PY:acme:C-1:R-1:",
                "PY:acme:C-1:R-1:0",
                "PY:acme:C-1:R-1:01",
                "PY:acme:C-1:R-1:1000",
                "PY:acme:C-1:R-1:1:1",
                "PY:acme:C-1:.x",
                "PY:BR:1:2:2026-11-22:IN:x",
                "PY:BR:1:2:2026-11-22:IN:x:0",
                "PY:BR:1:2:2026-11-22:IN:x:1000",
                "PY:BRW:1:x",
                "PY:BRW:1:x:y",
                "PY:acme:x:y z",
                "AR:acme:",
                "AR:__:x",
                "AR::x",
                "AR:acme:x",
                "AR:acme:release.x:y",
                "AR:acme:RELEASE:y",
                "AR:_:resume:.x",
                "AR:_:resume:x y",
                "BR:1:2:2026-11-22:IN",
                "BR:1:2:2026-11-22:UP:x",
                "BR:1:2:2026-11-22::x",
                "PY:BR:1:2:2026-11-22:OUT:x:1",
                "BR:1:2:2026-11-22:in:x",
                "BR:1:2:2026-02-30:IN:x",
                "BR:1:2:2026-13-01:IN:x",
                "BR:1:2:+12026-01-01:IN:x",
                "BR:1:2:-2026-01-01:IN:x",
                "BR:1:2:20261122:IN:x",
                "BR:x:2:2026-11-22:IN:x",
                "BR::2:2026-11-22:IN:x",
                "BR:1:y:2026-11-22:IN:x",
                "BR:1:2:2026-11-22:IN:",
                "BR:1234567890123:2:2026-11-22:IN:x",
                "BR:1:2::IN:x",
                "VA:1",
                "VA:1:",
                "VA:1:x",
                "VA:x:1",
                "VA:1:1:1",
                "VA:1234567890123:1",
                "VA:\u0661:1",
                "PS:",
                "PS:ALL:x",
                "PS:a b",
                "LW:",
                "LW:C2:1",
                "LW:C 2"
            })
    void of_another_form_is_none(String text) {
        assertMalformed(text);
    }

    @Test
    void is_brief_on_both_sides_of_every_limit() {
        assertThat(read("EA:" + "a".repeat(32) + ":" + "C".repeat(64)).value()).hasSize(100);
        assertMalformed("EA:" + "a".repeat(33) + ":C");
        assertMalformed("EA:acme:" + "C".repeat(65));
        assertThat(read("PY:acme:C:" + "x".repeat(64))).isNotNull();
        assertMalformed("PY:acme:C:" + "x".repeat(65));
        assertThat(read("AR:_:resume:" + "x".repeat(64))).isNotNull();
        assertMalformed("AR:_:resume:" + "x".repeat(65));
        assertThat(read("AR:_:resume:1:2:3:4:5:6:7:8:9")).isNotNull();
        assertMalformed("AR:_:resume:1:2:3:4:5:6:7:8:9:10");
        assertThat(read("VA:" + "1".repeat(12) + ":" + "1".repeat(32))).isNotNull();
        assertMalformed("VA:1:" + "1".repeat(33));
        assertMalformed("EA:acme:" + "C".repeat(10_000));
    }

    @Test
    void of_another_kind_is_none() {
        var samples = List.of(
                "EA:acme:x",
                "MB:acme:x",
                "PY:acme:x:y",
                "AR:acme:x:y",
                "BR:1:2:2026-11-22:IN:x",
                "VA:1:2",
                "PS:x",
                "LW:x");

        KINDS.forEach((prefix, kind) -> samples.stream()
                .filter(sample -> !sample.startsWith(prefix))
                .forEach(sample -> assertThatExceptionOfType(MalformedKey.class)
                        .as("%s read as %s", sample, prefix)
                        .isThrownBy(() -> kind.apply(sample))));
    }

    @Test
    void is_made_of_what_it_says() {
        var account = EscrowAccountId.of(ACME, "C-1");
        var receipt = BankReceiptId.of(CUSTODY, LocalDate.of(2026, 11, 22), "X1");

        assertThat(account.tenant()).isEqualTo(ACME);
        assertThat(account.contractNo()).isEqualTo("C-1");
        assertThat(MerchantFeeAccountId.of(ACME, "M-1")).hasToString("MB:acme:M-1");
        assertThat(MerchantFeeAccountId.of(ACME, "M-1").tenant()).isEqualTo(ACME);
        assertThat(MerchantFeeAccountId.of(ACME, "M-1").merchantNo()).isEqualTo("M-1");
        assertThat(receipt.place()).contains(new BookingPlace(CUSTODY, LocalDate.of(2026, 11, 22)));
        assertThat(receipt.coreNo()).contains("X1");
        assertThat(receipt.isWeak()).isFalse();
        assertThat(receipt.subLedger()).isEqualTo(receipt.value());
        assertThat(BankReceiptId.weak("102", "N-1")).hasToString("BRW:102:N-1");
        assertThat(BankReceiptId.weak("102", "N-1").isWeak()).isTrue();
        assertThat(BankReceiptId.weak("102", "N-1").place()).isEmpty();
        assertThat(BankReceiptId.weak("102", "N-1").coreNo()).isEmpty();
        assertThat(ReceiptKeyId.of(receipt)).hasToString("RKC:102100000021:6222000000000001:2026-11-22:IN:X1");
        assertThat(ReceiptKeyId.of(receipt).strong()).isEqualTo(receipt);
        assertThat(VirtualAccountId.of("102", "8001").number()).isEqualTo("8001");
        assertThat(PayoutId.ofRelease(account, "R-1")).hasToString("PY:acme:C-1:R-1");
        assertThat(PayoutId.ofReturn(receipt, 2)).hasToString("PY:" + receipt + ":2");
        assertThat(PayoutId.ofReturn(BankReceiptId.weak("102", "N-1"), 1)).hasToString("PY:BRW:102:N-1:1");
        assertThat(PayoutId.ofReturn(receipt, 2).owner()).isEqualTo(Owner.institution());
        assertThat(ApprovalRequestId.ofReceipt(receipt, 2)).hasToString("AR:_:receipt:" + receipt + ":2");
        assertThat(ApprovalRequestId.ofRelease(account, "R-1")).hasToString("AR:acme:release:C-1:R-1");
        assertThat(ApprovalRequestId.ofResumption(PayoutSwitchId.all(), 1, 1)).hasToString("AR:_:resume:PS:ALL:1:1");
        assertThat(ApprovalRequestId.ofAdvanceLimit(MerchantFeeAccountId.of(ACME, "M-1"), 2))
                .hasToString("AR:_:advance:acme:M-1:2");
        assertThat(PayoutSwitchId.of(CUSTODY)).hasToString("PS:102100000021.6222000000000001");
        var splits = SplitSwitchId.of(new MerchantFeeAccountId("MB:acme:M-1"));
        assertThat(splits).hasToString("SS:acme:M-1");
        assertThat(ApprovalRequestId.ofSplitsResumption(splits, 1, 2)).hasToString("AR:_:splits:SS:acme:M-1:1:2");
        assertThat(LedgerWatchId.of("C2", 17)).hasToString("LW:C2.17");
        var longest = new MerchantFeeAccountId("MB:acme:" + "m".repeat(64));
        assertThat(LedgerWatchId.of("C17", Long.MAX_VALUE, longest).value())
                .matches("LW:C17\\.9+[0-9]+\\.[0-9a-f]{32}");
        assertThat(LedgerWatchId.of("C5", 42, new MerchantFeeAccountId("MB:acme:M-1")))
                .hasToString("LW:C5.42.fd4725d0cf60acb0ec2ad10a21f04771");
    }

    @Test
    void of_a_target_says_by_its_first_letters_which_kind_it_is() {
        assertThat(ReceiptTarget.of("EA:acme:C-1")).isEqualTo(new EscrowAccountId("EA:acme:C-1"));
        assertThat(ReceiptTarget.of("MB:acme:M-1")).isEqualTo(new MerchantFeeAccountId("MB:acme:M-1"));
        assertThat(ReceiptTarget.of("CS:WECHAT:2026-11-23"))
                .isEqualTo(ChannelSettlementId.of("WECHAT", LocalDate.of(2026, 11, 23)));
        assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> ReceiptTarget.of("CS:WECHAT:2026-13-23"));
        assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> ReceiptTarget.of("CS::2026-11-23"));
        assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> ReceiptTarget.of("MB"));
        assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> ReceiptTarget.of("VA:1:2"));
    }

    @Test
    void of_the_longest_parts_fits_into_everything_derived_from_it() {
        var account = EscrowAccountId.of(new TenantId("a".repeat(32)), "C".repeat(64));
        var longest = "R".repeat(64);
        var payout = PayoutId.ofRelease(account, longest);

        assertThat(payout.owner()).isEqualTo(account.owner());
        assertThat(ApprovalRequestId.ofRelease(account, longest).owner()).isEqualTo(account.owner());
        assertThat(ApprovalRequestId.ofResolution(payout, Integer.MAX_VALUE)).isNotNull();
        var receipt = BankReceiptId.of(
                new CustodyAccount("1".repeat(12), "2".repeat(32)), LocalDate.of(2026, 11, 22), longest);
        assertThat(ApprovalRequestId.ofReceipt(receipt, Integer.MAX_VALUE)).isNotNull();
        assertThat(ApprovalRequestId.ofResolution(PayoutId.ofReturn(receipt, 999), Integer.MAX_VALUE))
                .isNotNull();
    }

    @Test
    void of_a_payout_is_never_shared_by_two_contracts() {
        var brief = EscrowAccountId.of(ACME, "A");
        var dotted = EscrowAccountId.of(ACME, "A.B");

        assertThat(PayoutId.ofRelease(dotted, "C")).isNotEqualTo(PayoutId.ofRelease(brief, "B.C"));
        assertThat(ApprovalRequestId.ofRelease(dotted, "C")).isNotEqualTo(ApprovalRequestId.ofRelease(brief, "B.C"));
    }

    @Test
    void that_is_malformed_is_not_repeated_at_length() {
        assertThatExceptionOfType(MalformedKey.class)
                .isThrownBy(() -> Keys.key("contractNo", "x".repeat(10_000)))
                .withMessage("Not a valid contractNo: 10000 characters")
                .extracting(MalformedKey::name)
                .isEqualTo("contractNo");
    }

    private static AggregateId read(String text) {
        return KINDS.getOrDefault(text.substring(0, 2), EscrowAccountId::new).apply(text);
    }

    private static void assertMalformed(String text) {
        var kind = KINDS.getOrDefault(text.substring(0, 2), EscrowAccountId::new);
        assertThatExceptionOfType(MalformedKey.class).isThrownBy(() -> kind.apply(text));
    }
}
