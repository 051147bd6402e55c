/** What every slice of the command side shares: decisions, guards, dispatch, policies and deadlines. */
@NullMarked
package io.coffer.command.kernel;

import org.jspecify.annotations.NullMarked;
