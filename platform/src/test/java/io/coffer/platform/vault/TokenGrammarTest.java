package io.coffer.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The grammar of tokens")
class TokenGrammarTest {

    private static final String HEX = "0123456789abcdef0123456789abcdef01234567";

    @Test
    void names_the_prefix_of_every_kind() {
        assertThat(Arrays.stream(Kind.values()).map(kind -> kind.prefix() + "_" + HEX))
                .allMatch(TokenGrammar::isToken);
        assertThat(TokenGrammar.kindOf("phon_" + HEX)).contains(Kind.PHONE);
    }

    @Test
    void takes_nothing_else_for_a_token() {
        assertThat(new String[] {
                    "acct_" + HEX + "0",
                    "acct_" + HEX.substring(1),
                    "acct_" + HEX.toUpperCase(java.util.Locale.ROOT),
                    "card_" + HEX,
                    "acct_" + HEX + "\n",
                    "6222021001122337890",
                    ""
                })
                .noneMatch(TokenGrammar::isToken);
        assertThat(TokenGrammar.isToken(Kind.NAME, "acct_" + HEX)).isFalse();
    }
}
