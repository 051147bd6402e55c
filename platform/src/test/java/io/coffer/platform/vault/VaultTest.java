package io.coffer.platform.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coffer.api.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The vault")
class VaultTest {

    private static final TenantId ACME = new TenantId("acme");
    private static final Subject SELLER = Subject.party(ACME, "P-SELLER");
    private static final String CARD = "6222021001122337890";
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private final VaultDatabase database = new VaultDatabase();
    private final VaultKey key = new VaultKey(secret(7));
    private final Vault vault = vault(key);

    @ParameterizedTest
    @EnumSource(Kind.class)
    void gives_back_what_it_took(Kind kind) {
        var token = vault.tokenise(SELLER, kind, "张三 12345678X");

        assertThat(TokenGrammar.isToken(kind, token)).isTrue();
        assertThat(vault.reveal(token)).contains(kind.normalised("张三 12345678X"));
    }

    @Test
    void gives_one_token_for_one_value_whoever_brings_it() {
        var token = vault.tokenise(SELLER, Kind.ACCOUNT_NUMBER, CARD);

        assertThat(vault.tokenise(Subject.unknown(), Kind.ACCOUNT_NUMBER, "6222 0210 0112 2337 890"))
                .isEqualTo(token);
        assertThat(vault(key).tokenOf(Kind.ACCOUNT_NUMBER, CARD)).isEqualTo(token);
    }

    @Test
    void gives_another_token_for_another_kind_value_or_key() {
        var token = vault.tokenOf(Kind.ACCOUNT_NUMBER, "13800138000");

        assertThat(List.of(
                        vault.tokenOf(Kind.PHONE, "13800138000"),
                        vault.tokenOf(Kind.ACCOUNT_NUMBER, "13800138001"),
                        vault(new VaultKey(secret(8))).tokenOf(Kind.ACCOUNT_NUMBER, "13800138000")))
                .doesNotContain(token)
                .allMatch(other -> !other.endsWith(token.substring(5)));
    }

    @Test
    void keeps_clear_text_in_no_column() {
        vault.tokenise(SELLER, Kind.ACCOUNT_NUMBER, CARD);
        vault.tokenise(SELLER, Kind.NAME, "Zhang Sanfeng");

        var everything = String.join("\n", database.rows("vault_value")) + database.rows("vault_subject");
        assertThat(everything)
                .contains("party:acme:P-SELLER")
                .doesNotContain(CARD, hex(CARD), "Zhang", hex("Zhang"), hex("Sanfeng"));
    }

    @Test
    void encrypts_the_same_value_differently_for_each_subject() {
        var token = vault.tokenise(SELLER, Kind.ACCOUNT_NUMBER, CARD);
        vault.tokenise(Subject.unknown(), Kind.ACCOUNT_NUMBER, CARD);

        assertThat(database.rows("vault_value")).hasSize(2).doesNotHaveDuplicates();
        assertThat(vault.reveal(token)).contains(CARD);
    }

    @Test
    void reads_nothing_under_another_key_and_says_so() {
        var token = vault.tokenise(SELLER, Kind.NAME, "张三");

        assertThatThrownBy(() -> vault(new VaultKey(secret(8))).reveal(token))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("its key is another one")
                .hasMessageNotContaining("张三");
    }

    @Test
    void notices_a_ciphertext_that_was_moved_to_another_token() {
        var mine = vault.tokenise(SELLER, Kind.ACCOUNT_NUMBER, CARD);
        var his = vault.tokenise(SELLER, Kind.ACCOUNT_NUMBER, "6222021009988776655");

        database.execute("update vault_value set ciphertext = (select ciphertext from vault_value where token = '" + his
                + "') where token = '" + mine + "'");

        assertThatThrownBy(() -> vault.reveal(mine)).hasMessageContaining("somebody changed the row");
    }

    @Test
    void notices_a_data_key_that_was_moved_to_another_subject() {
        var token = vault.tokenise(SELLER, Kind.ACCOUNT_NUMBER, CARD);
        vault.tokenise(Subject.party(ACME, "P-BUYER"), Kind.NAME, "李四");

        database.execute("update vault_subject set wrapped_key = (select wrapped_key from vault_subject where subject ="
                + " 'party:acme:P-BUYER') where subject = 'party:acme:P-SELLER'");

        assertThatThrownBy(() -> vault.reveal(token)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void forgets_a_shredded_party_and_its_numbers_as_an_unknown_payer() {
        var card = vault.tokenise(SELLER, Kind.ACCOUNT_NUMBER, CARD);
        var name = vault.tokenise(SELLER, Kind.NAME, "张三");
        vault.tokenise(Subject.unknown(), Kind.ACCOUNT_NUMBER, CARD);

        vault.shred(ACME, "P-SELLER");

        assertThat(vault.reveal(card)).isEmpty();
        assertThat(vault.masked(name)).isEmpty();
        assertThat(database.rows("vault_value")).isEmpty();
        assertThat(database.rows("vault_subject")).hasSize(2).allMatch(row -> row.endsWith(",)"));
        assertThat(database.rows("vault_shredding")).hasSize(2).allMatch(row -> row.contains("2026-11-22"));
    }

    @Test
    void keeps_nothing_more_of_a_shredded_party() {
        vault.shred(ACME, "P-SELLER");

        var token = vault(key).tokenise(SELLER, Kind.NAME, "张三");

        assertThat(token).isEqualTo(vault.tokenOf(Kind.NAME, "张三"));
        assertThat(vault.reveal(token)).isEmpty();
    }

    @Test
    void leaves_another_party_its_copy_when_one_is_shredded() {
        var token = vault.tokenise(SELLER, Kind.ACCOUNT_NUMBER, CARD);
        vault.tokenise(Subject.party(new TenantId("other"), "P-SELLER"), Kind.ACCOUNT_NUMBER, CARD);

        vault.shred(ACME, "P-SELLER");
        assertThat(vault.reveal(token)).contains(CARD);

        vault.shredUnknown(token);
        assertThat(vault.reveal(token)).contains(CARD);
    }

    @Test
    void lets_nobody_rewrite_the_journal_of_shredding() {
        vault.shred(ACME, "P-SELLER");

        assertThatThrownBy(() -> database.execute("delete from vault_shredding"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void takes_many_values_in_two_visits_and_known_ones_in_none() {
        var clears = IntStream.range(0, 2_000)
                .mapToObj(i -> new Clear(Subject.unknown(), Kind.ACCOUNT_NUMBER, "62220000" + i % 1_500))
                .toList();
        var before = database.visits();

        var tokens = vault.tokenise(clears);
        assertThat(database.visits() - before).isEqualTo(2);

        assertThat(vault.tokenise(clears)).isEqualTo(tokens);
        assertThat(database.visits() - before).isEqualTo(2);
        assertThat(vault.reveal(tokens.get(1_999))).contains("62220000499");
    }

    @Test
    void takes_the_same_values_from_many_at_once() throws Exception {
        var numbers = IntStream.range(0, 200).mapToObj(i -> "62229999" + i).toList();
        var nodes = IntStream.range(0, 8).mapToObj(i -> vault(key)).toList();

        try (var threads = Executors.newFixedThreadPool(nodes.size())) {
            var work = new ArrayList<Callable<List<String>>>();
            for (var node : nodes) {
                var shuffled = new ArrayList<>(numbers);
                Collections.shuffle(shuffled, new java.util.Random(work.size()));
                work.add(() -> node.tokenise(shuffled.stream()
                        .map(number -> new Clear(Subject.unknown(), Kind.ACCOUNT_NUMBER, number))
                        .toList()));
            }
            for (var result : threads.invokeAll(work)) {
                assertThat(result.get()).hasSize(200);
            }
        }

        assertThat(numbers)
                .allSatisfy(number -> assertThat(vault.reveal(vault.tokenOf(Kind.ACCOUNT_NUMBER, number)))
                        .contains(number));
        assertThat(database.rows("vault_value")).hasSize(200);
    }

    /** Both are in events: what was made with another implementation of the same recipe. */
    @Test
    void gives_for_ever_the_token_and_digest_that_it_gave() {
        assertThat(vault.tokenOf(Kind.NAME, "张三")).isEqualTo("name_9f1d144f50e25b31cc410fae42e5aa1e61854f48");
        assertThat(vault.digest(Kind.NAME, "张三"))
                .isEqualTo("6c53657969a8d529b3a8cf179111ebc0ae671dc21a268f515476ca8c620d7e0b");
    }

    @Test
    void digests_a_name_by_its_key_and_not_as_its_token() {
        var digest = vault.digest(Kind.NAME, " 张三 ");

        assertThat(digest).matches(TokenGrammar.DIGEST_REGEX).isEqualTo(vault.digest(Kind.NAME, "张三"));
        assertThat(vault.tokenOf(Kind.NAME, "张三")).doesNotContain(digest.substring(0, 40));
        assertThat(vault(new VaultKey(secret(8))).digest(Kind.NAME, "张三")).isNotEqualTo(digest);
    }

    @Test
    void knows_nothing_of_a_text_that_is_no_token() {
        assertThat(vault.reveal("acct_" + "0".repeat(40))).isEmpty();
        assertThat(vault.masked("' or 1 = 1 --")).isEmpty();
    }

    private Vault vault(VaultKey with) {
        return new Vault(with, database.runtime(), () -> NOON);
    }

    private static byte[] secret(int fill) {
        var secret = new byte[32];
        Arrays.fill(secret, (byte) fill);
        return secret;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
