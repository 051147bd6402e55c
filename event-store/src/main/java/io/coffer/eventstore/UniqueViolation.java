package io.coffer.eventstore;

import java.sql.Array;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One append of a batch breaks a unique constraint; the others were stored without it. */
final class UniqueViolation extends SQLException {

    static final String STATE = "23505";

    private static final long serialVersionUID = 1L;
    private static final String OPERATION_KEY = "operation_key_pkey";

    private final String constraint;
    private final @Nullable String detail;

    UniqueViolation(String constraint, @Nullable String detail) {
        super("%s is broken: %s".formatted(constraint, detail), STATE);
        this.constraint = constraint;
        this.detail = detail;
    }

    /** Which appends of a batch were refused, counted from 1, and by what. */
    static Map<Integer, UniqueViolation> byNumber(Array numbers, Array constraints, Array details) throws SQLException {
        Integer[] refused = (Integer[]) numbers.getArray();
        if (refused.length == 0) {
            return Map.of();
        }
        String[] broken = (String[]) constraints.getArray();
        @Nullable String[] told = (String[]) details.getArray();
        Map<Integer, UniqueViolation> violations = HashMap.newHashMap(refused.length);
        for (int index = 0; index < refused.length; index++) {
            violations.put(refused[index], new UniqueViolation(broken[index], told[index]));
        }
        return violations;
    }

    boolean isOfOperationKey() {
        return OPERATION_KEY.equals(constraint);
    }

    /** Whether the server's detail names this value, as in "Key (aggregate_id, sequence)=(A, 5) already exists". */
    boolean names(String value) {
        return detail != null && detail.contains("=(" + value + ")");
    }
}
