/** What waits for people: every list with its count, its age and its owner. */
@NullMarked
package io.coffer.query.worklists;

import org.jspecify.annotations.NullMarked;
