package io.coffer.bank;

import java.util.List;

/** An operation of the API; a star in its path stands for one segment. */
record Route(String method, String path, Action action) {

    boolean leadsTo(List<String> segments) {
        List<String> own = List.of(path.substring(1).split("/", -1));
        if (own.size() != segments.size()) {
            return false;
        }
        for (int i = 0; i < own.size(); i++) {
            boolean same = own.get(i).equals("*")
                    ? !segments.get(i).isEmpty()
                    : own.get(i).equals(segments.get(i));
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** What an operation does. */
    @FunctionalInterface
    interface Action {
        Reply answer(Call call);
    }
}
