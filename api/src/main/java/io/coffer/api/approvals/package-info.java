/** Maker-checker: the only way to approve anything. */
@NullMarked
package io.coffer.api.approvals;

import org.jspecify.annotations.NullMarked;
