package io.coffer.journeys;

import java.util.Map;

/** The bank does not pay, sooner or later: the money is available again. */
final class RefusedPayout implements Twist {

    @Override
    public String releaseIs() {
        return "FAILED";
    }

    @Override
    public Map<String, Long> debits(PlannedSale sale) {
        return Map.of();
    }

    @Override
    public String endsAs() {
        return "RELEASABLE";
    }
}
