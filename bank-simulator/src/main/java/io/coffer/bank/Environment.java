package io.coffer.bank;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of the program that stands alone, from environment variables. */
final class Environment {

    static final String PREFIX = "COFFER_BANK_";

    private final Map<String, String> variables;

    private Environment(Map<String, String> variables) {
        this.variables = variables;
    }

    static BankSettings settings(Map<String, String> variables) {
        Environment environment = new Environment(variables);
        BankSettings standard = BankSettings.in(Path.of(environment.get("JOURNAL", "data/bank")));
        return standard.withPort(Integer.parseInt(environment.get("PORT", "8090")))
                .withCallbackUrl(environment.url("CALLBACK_URL"))
                .withNoticeUrl(environment.url("NOTICE_URL"))
                .withReturnUrl(environment.url("RETURN_URL"))
                .withChannelPaymentUrl(environment.url("CHANNEL_PAYMENT_URL"))
                .withRefundUrl(environment.url("REFUND_URL"))
                .withTokens(environment.tokens())
                .withSuffixScripts(Boolean.parseBoolean(environment.get("SUFFIX_SCRIPTS", "true")))
                .withCustody(
                        environment.get("CODE", standard.custody().bankCode()),
                        environment.get("CUSTODY_ACCOUNT", standard.custody().account()));
    }

    private @Nullable BearerTokens tokens() {
        URI tokenUrl = url("TOKEN_URL");
        return tokenUrl == null
                ? null
                : new ClientCredentials(tokenUrl, require("CLIENT_ID"), require("CLIENT_SECRET"));
    }

    private @Nullable URI url(String name) {
        String value = variables.get(PREFIX + name);
        return value == null || value.isBlank() ? null : URI.create(value);
    }

    private String get(String name, String standard) {
        String value = variables.get(PREFIX + name);
        return value == null || value.isBlank() ? standard : value;
    }

    private String require(String name) {
        String value = get(name, "");
        if (value.isEmpty()) {
            throw new IllegalStateException(PREFIX + name + " is needed with " + PREFIX + "TOKEN_URL");
        }
        return value;
    }
}
