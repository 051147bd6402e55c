package io.coffer.platform.web;

import io.coffer.platform.vault.Hmac;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What an operation key stands for: method, path and content, whatever its spelling. Keyed, because a plain digest of
 * small content (a name, an account number) can be guessed.
 */
public record ContentDigest(String hex) {

    /** The digest of the request that is being served, with its body as {@link BodyArguments} read it. */
    public static ContentDigest current(HttpServletRequest request, Hmac key) {
        var body = BodyArguments.tree(request).orElseGet(MissingNode::getInstance);
        return of(key, request.getMethod(), request.getRequestURI(), body);
    }

    /** No method and no path of ours holds a line feed, so the three parts cannot be shifted against each other. */
    public static ContentDigest of(Hmac key, String method, String path, JsonNode body) {
        var content = method + "\n" + path + "\n" + CanonicalJson.of(body);
        return new ContentDigest(HexFormat.of().formatHex(key.of(content.getBytes(StandardCharsets.UTF_8))));
    }
}
