/** Spring wiring that both sides share. Knows no slice. */
@NullMarked
package io.coffer.platform;

import org.jspecify.annotations.NullMarked;
