package io.coffer.bank;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which script an instruction follows: its own number, then the pattern set last, then the ending of the payee account,
 * then the default.
 */
final class Scripts {

    static final String DEFAULT = "default";
    static final int SCRIPTS_MAX = 100_000;

    private static final int ENDING_LENGTH = 4;
    private static final Map<String, Behaviour> BY_ENDING = Map.ofEntries(
            Map.entry("9000", Behaviour.AT_ONCE),
            Map.entry("9001", Behaviour.LATE),
            Map.entry("9002", Behaviour.NEVER_ANSWERS_EXECUTED),
            Map.entry("9003", Behaviour.NEVER_ANSWERS_NOT_EXECUTED),
            Map.entry("9004", Behaviour.LOST_CALLBACK),
            Map.entry("9005", Behaviour.TWICE),
            Map.entry("9006", Behaviour.OUT_OF_ORDER),
            Map.entry("9007", Behaviour.REFUSES),
            Map.entry("9008", Behaviour.REFUSES_LATE),
            Map.entry("9009", Behaviour.NOT_FOUND_FIRST),
            Map.entry("9010", Behaviour.RETURNS),
            Map.entry("9011", Behaviour.RETURNS_FIRST),
            Map.entry("9012", Behaviour.NEVER_ENDS),
            Map.entry("9013", Behaviour.NEVER_TELLS_EXECUTED));

    private final BankSettings settings;
    private final Map<String, Script> byNumber = new LinkedHashMap<>();
    private final SequencedMap<String, PatternScript> byPattern = new LinkedHashMap<>();
    private Script standard;

    Scripts(BankSettings settings) {
        this.settings = settings;
        this.standard = ordinary();
    }

    static String ending(String accountNumber) {
        return accountNumber.substring(Math.max(0, accountNumber.length() - ENDING_LENGTH));
    }

    synchronized Script of(String number, @Nullable String account) {
        Script own = byNumber.get(number);
        if (own != null) {
            return own;
        }
        for (PatternScript candidate : byPattern.reversed().values()) {
            if (candidate.pattern().matcher(number).matches()) {
                return candidate.script();
            }
        }
        Behaviour byEnding = settings.suffixScripts() && account != null ? BY_ENDING.get(ending(account)) : null;
        return byEnding == null
                ? standard
                : Script.of(byEnding, settings.times().lateBy().toMillis());
    }

    synchronized void put(String key, Script script) {
        if (key.equals(DEFAULT)) {
            standard = script;
        } else if (byNumber.size() + byPattern.size() >= SCRIPTS_MAX) {
            throw new BankProblem(409, "TOO_MANY_SCRIPTS", "Reset the simulator first.");
        } else if (key.contains("*")) {
            byPattern.remove(key);
            byPattern.put(key, new PatternScript(compile(key), script));
        } else {
            byNumber.put(key, script);
        }
    }

    synchronized Map<String, Script> all() {
        Map<String, Script> all = new LinkedHashMap<>(Map.of(DEFAULT, standard));
        all.putAll(byNumber);
        byPattern.forEach((key, value) -> all.put(key, value.script()));
        return all;
    }

    synchronized void reset() {
        byNumber.clear();
        byPattern.clear();
        standard = ordinary();
    }

    private Script ordinary() {
        return Script.of(Behaviour.AT_ONCE, settings.times().lateBy().toMillis());
    }

    private static Pattern compile(String key) {
        return Pattern.compile(("\\Q" + key + "\\E").replace("*", "\\E.*\\Q"));
    }

    private record PatternScript(Pattern pattern, Script script) {}
}
