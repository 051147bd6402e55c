/** The documents say what the program does; these tests fail when they stop doing so. */
@NullMarked
package io.coffer.documents;

import org.jspecify.annotations.NullMarked;
