package io.coffer.benchmarks.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures all contenders in turn, and then all of them again: a machine that is slower for a while is slower for all. */
public final class Rounds {

    private Rounds() {}

    /** One figure for each that a round gives, of all its rounds. */
    public static List<Figure> of(int rounds, Callable<List<Figure>> round) throws Exception {
        var all = new ArrayList<Figure>();
        for (var left = rounds; left > 0; left--) {
            all.addAll(round.call());
        }
        var merged = new ArrayList<Figure>();
        while (!all.isEmpty()) {
            var first = all.getFirst();
            merged.add(Figure.ofRounds(all.stream().filter(first::isAbout).toList()));
            all.removeIf(first::isAbout);
        }
        return merged;
    }
}
