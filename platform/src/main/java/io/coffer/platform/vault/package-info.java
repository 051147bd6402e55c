/** Where personal data live: encrypted, one key per subject, reachable by token only. */
@NullMarked
package io.coffer.platform.vault;

import org.jspecify.annotations.NullMarked;
