/** The raw history: events of one object, an account as of an instant, and the feed. */
@NullMarked
package io.coffer.query.audit;

import org.jspecify.annotations.NullMarked;
