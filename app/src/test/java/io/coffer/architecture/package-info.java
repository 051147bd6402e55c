/** The shape of the code, as rules that the build checks. Each is named by what it protects. */
@NullMarked
package io.coffer.architecture;

import org.jspecify.annotations.NullMarked;
