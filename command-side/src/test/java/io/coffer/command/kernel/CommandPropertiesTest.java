package io.coffer.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.MalformedKey;
import io.coffer.command.kernel.CommandProperties.Court;
import io.coffer.command.kernel.CommandProperties.Settling;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An account that is registered as configuration")
class CommandPropertiesTest {

    private static final String BANK = "102100099996";

    @Test
    void is_told_at_the_start_when_it_is_none() {
        assertThat(new Settling(BANK, "95500001", BANK, "0200001")).isNotNull();
        assertThatThrownBy(() -> new Settling("ICBC", "95500001", BANK, "0200001"))
                .isInstanceOf(MalformedKey.class)
                .hasMessageContaining("fromBankCode");
        assertThatThrownBy(() -> new Settling(BANK, "9550-0001", BANK, "0200001"))
                .isInstanceOf(MalformedKey.class)
                .hasMessageContaining("fromAccountNumber");
        assertThatThrownBy(() -> new Settling(BANK, "95500001", "", "0200001"))
                .isInstanceOf(MalformedKey.class)
                .hasMessageContaining("intoBankCode");
        assertThatThrownBy(() -> new Settling(BANK, "95500001", BANK, "1".repeat(33)))
                .isInstanceOf(MalformedKey.class)
                .hasMessageContaining("intoAccountNo");
        assertThatThrownBy(() -> new Court("High Court", BANK, "1".repeat(35)))
                .isInstanceOf(MalformedKey.class)
                .hasMessageContaining("accountNumber");
        assertThatThrownBy(() -> new Court("High Court", "1".repeat(13), "1"))
                .isInstanceOf(MalformedKey.class)
                .hasMessageContaining("bankCode");
    }
}
