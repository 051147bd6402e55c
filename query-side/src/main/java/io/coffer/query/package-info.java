/** The side that answers: projections, ledger and REST reads. */
@NullMarked
package io.coffer.query;

import org.jspecify.annotations.NullMarked;
