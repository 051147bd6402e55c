package io.coffer.platform.vault;

/** A text that cannot be a value of its kind. The message never repeats the text. */
public final class UnfitForVault extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    UnfitForVault(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The stable code of the refusal: VALUE_BLANK, VALUE_TOO_LONG or VALUE_MALFORMED. */
    public String code() {
        return code;
    }
}
