package io.coffer.app;

import io.coffer.platform.Side;

/**
 * Where everything is, for somebody who sees Coffer for the first time.
 *
 * @param bank the address of the bank's API; empty when there is none
 * @param data the directory of the embedded database; empty when the database is elsewhere
 */
record Welcome(Side side, String base, String bank, String data) {

    String text() {
        return switch (side) {
            case ISSUER -> "%nCoffer's token issuer is ready: %s%n".formatted(base);
            case COMMAND, QUERY -> ready() + end();
            case BOTH -> ready() + token() + end();
        };
    }

    private String ready() {
        return """

                Coffer is ready.
                  API            %1$s/v1
                  Documentation  %1$s/docs
                  OpenAPI file   %1$s/openapi
                """.formatted(base)
                + (bank.isBlank() ? "" : "  Bank           " + bank + " (its journal: /simulator/journal)\n");
    }

    private String token() {
        return """
                  A token        curl -s -u acme:acme-secret -d grant_type=client_credentials %s/oauth2/token
                """.formatted(base);
    }

    private String end() {
        return "  Examples       README.md (a tour of 60 seconds), docs/recipes/\n" + "Stop it with Ctrl-C"
                + (data.isBlank() ? "" : "; its data stays in " + data) + ".\n";
    }
}
