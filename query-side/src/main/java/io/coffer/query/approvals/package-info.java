/** The work list of those who approve. */
@NullMarked
package io.coffer.query.approvals;

import org.jspecify.annotations.NullMarked;
