package io.coffer.api.money;

/** A text that cannot be read as money. */
public final class NotMoney extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String code;

    public NotMoney(String code, String sentence) {
        super(sentence);
        this.code = code;
    }

    /** The stable code of the refusal. */
    public String code() {
        return code;
    }
}
