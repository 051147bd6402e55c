/** Escrow accounts: one aggregate, a rules class per family, and one place that moves fen. */
@NullMarked
package io.coffer.command.accounts;

import org.jspecify.annotations.NullMarked;
