package io.coffer.command.splits;

import java.time.Duration;

/** @param returnWithin so long after it was carried out payees give back of a split */
record SplitTimes(Duration returnWithin) {}
