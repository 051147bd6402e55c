package io.coffer.query.replay;

/** One generation of one projection. */
record GenerationId(String projection, int number) {

    GenerationId {
        if (!projection.matches("[a-z][a-z0-9_]{0,39}") || number < 1) {
            throw new IllegalArgumentException("No generation: " + projection + " " + number);
        }
    }

    String schema() {
        return "query_" + projection + "_g" + number;
    }

    @Override
    public String toString() {
        return projection + " g" + number;
    }
}
