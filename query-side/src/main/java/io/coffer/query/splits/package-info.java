/** Where every split stands: who gets what, who refused, and what came back. */
@NullMarked
package io.coffer.query.splits;

import org.jspecify.annotations.NullMarked;
