package io.coffer.command.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import io.coffer.api.receipts.VirtualAccountId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A number in a remark")
class RemarkNumbersTest {

    private static final String BANK = "104100000004";
    private static final String MINE = "8000000000000001";
    private static final String YOURS = "8000000000000002";
    private static final String NOBODYS = "8000000000000003";

    private final RemarkNumbers remarks =
            new RemarkNumbers(List.of(VirtualAccountId.of(BANK, MINE), VirtualAccountId.of(BANK, YOURS))::contains);

    @Test
    void is_found_wherever_it_stands() {
        assertThat(List.of(MINE, "首付款 " + MINE, "房款" + MINE + "王强", MINE + "/" + MINE, MINE + " " + NOBODYS))
                .allSatisfy(remark ->
                        assertThat(remarks.in(remark, BANK)).containsExactly(VirtualAccountId.of(BANK, MINE)));
    }

    @Test
    void is_one_of_several_when_others_stand_beside_it() {
        assertThat(remarks.in(MINE + " " + YOURS, BANK))
                .containsExactlyInAnyOrder(VirtualAccountId.of(BANK, MINE), VirtualAccountId.of(BANK, YOURS));
    }

    @Test
    void is_none_when_nobody_ever_had_it() {
        assertThat(List.of(
                        "",
                        "首付款",
                        NOBODYS,
                        MINE.substring(1),
                        "9" + MINE.substring(1),
                        MINE + "0",
                        "1" + MINE,
                        "80000000 00000001",
                        "８０００００００００００００００1",
                        MINE + " ".repeat(1_009)))
                .allSatisfy(remark -> assertThat(remarks.in(remark, BANK)).isEmpty());
        assertThat(remarks.in(MINE, "104100000005")).isEmpty();
    }
}
