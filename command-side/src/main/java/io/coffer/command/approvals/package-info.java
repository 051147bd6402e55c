/** Approval requests: maker and checkers. */
@NullMarked
package io.coffer.command.approvals;

import org.jspecify.annotations.NullMarked;
