package io.coffer.bank;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Scripts for one kind of orders, set and listed over HTTP. */
final class ScriptApi {

    static final int DELAY_MILLIS_MAX = 600_000;

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:*-]{1,200}");
    private static final Pattern FAILURE = anyOf(List.of(Failure.values()));

    private final Kind kind;
    private final Scripts scripts;
    private final BankSettings settings;

    ScriptApi(Kind kind, Scripts scripts, BankSettings settings) {
        this.kind = kind;
        this.scripts = scripts;
        this.settings = settings;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", kind.path, _ -> Reply.ok(scripts.all())),
                new Route("PUT", kind.path + "/*", this::set));
    }

    private Reply set(Call call) {
        String key = call.lastSegment();
        if (!KEY.matcher(key).matches()) {
            throw BankProblem.badInput("A script is for a number, a pattern with *, or default.");
        }
        Script script = script(call.fields());
        scripts.put(key, script);
        return Reply.ok(script);
    }

    private Script script(Fields fields) {
        switch (kind) {
            case PAYOUTS -> fields.only("behaviour", "delayMillis", "code", "message");
            case REFUNDS -> fields.only("behaviour", "delayMillis", "failure", "code", "message");
        }
        Behaviour behaviour = Behaviour.valueOf(fields.required("behaviour", kind.behaviour));
        int lateBy = Math.toIntExact(settings.times().lateBy().toMillis());
        int delayMillis = fields.number("delayMillis", lateBy, DELAY_MILLIS_MAX);
        Failure failure = kind == Kind.REFUNDS ? failure(fields, behaviour) : null;
        Script standard = Script.of(behaviour, delayMillis).failingAs(failure);
        String code = fields.optional("code", Fields.NUMBER);
        String message = fields.optional("message", Fields.WORDS);
        return new Script(
                behaviour,
                delayMillis,
                failure,
                code == null ? standard.code() : code,
                message == null ? standard.message() : message);
    }

    private static @Nullable Failure failure(Fields fields, Behaviour behaviour) {
        String name = fields.optional("failure", FAILURE);
        Failure failure = name == null ? null : Failure.valueOf(name);
        if (behaviour != Behaviour.RETRYABLE_FIRST) {
            return failure == null && behaviour.refuses() ? Failure.FINAL : failure;
        }
        if (failure != null && failure != Failure.RETRYABLE) {
            throw BankProblem.badInput("Only what is RETRYABLE can succeed later.");
        }
        return Failure.RETRYABLE;
    }

    private static Pattern anyOf(Collection<? extends Enum<?>> values) {
        return Pattern.compile(values.stream().map(Enum::name).collect(Collectors.joining("|")));
    }

    /** What the scripts are for. */
    enum Kind {
        PAYOUTS("/simulator/scripts", Behaviour.RETRYABLE_FIRST, Behaviour.BOUNCES),
        REFUNDS("/simulator/refund-scripts", Behaviour.RETURNS, Behaviour.RETURNS_FIRST);

        private final String path;
        private final Pattern behaviour;

        Kind(String path, Behaviour never, Behaviour norEver) {
            this.path = path;
            this.behaviour = anyOf(EnumSet.complementOf(EnumSet.of(never, norEver)));
        }
    }
}
