package io.coffer.api.kernel;

/**
 * A document that proves a fact. Only its digest is kept here; the image lives in the document store.
 *
 * @param sm3 the document's SM3 digest, 64 lower-case hexadecimal digits
 */
public record Evidence(String documentId, String type, String sm3) {

    public Evidence {
        Keys.key("documentId", documentId);
        Keys.require(type.matches("[A-Z][A-Z0-9_]{0,39}"), "type", type);
        Keys.require(sm3.matches("[0-9a-f]{64}"), "sm3", sm3);
    }
}
