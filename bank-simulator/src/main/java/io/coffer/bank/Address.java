package io.coffer.bank;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where the bank tells something; a fixed authorization header wins over bearer tokens. */
record Address(URI url, @Nullable String authorization) {

    /** Never the authorization: it is a secret. */
    @Override
    public String toString() {
        return url.toString();
    }
}
