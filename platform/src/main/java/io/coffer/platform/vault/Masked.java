package io.coffer.platform.vault;

/** What people may see of a personal value: enough to recognise it, too little to use it. */
public final class Masked {

    private static final int HIDDEN_AT_LEAST = 4;

    private Masked() {}

    public static String of(Kind kind, String clear) {
        var value = kind.normalised(clear);
        return switch (kind) {
            case ACCOUNT_NUMBER -> ends(value, 6, 4);
            case PHONE -> ends(value, 3, 4);
            case ID_NUMBER -> ends(value, 3, 4);
            case NAME -> first(value);
            case REMARK -> "*".repeat(HIDDEN_AT_LEAST);
        };
    }

    // A short number would be shown almost whole: then only its last digits, and at most a quarter of it.
    private static String ends(String value, int head, int tail) {
        var points = value.codePoints().toArray();
        var shownHead = points.length >= head + HIDDEN_AT_LEAST + tail ? head : 0;
        var shownTail = shownHead > 0 ? tail : Math.min(tail, points.length / 4);
        var hidden = points.length - shownHead - shownTail;
        return new String(points, 0, shownHead)
                + "*".repeat(hidden)
                + new String(points, points.length - shownTail, shownTail);
    }

    private static String first(String name) {
        var points = name.codePoints().toArray();
        return points.length == 1 ? "*" : new String(points, 0, 1) + "*".repeat(points.length - 1);
    }
}
