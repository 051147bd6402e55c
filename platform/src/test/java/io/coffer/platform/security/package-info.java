/** Who is asking, asked by those who lie about it. */
@NullMarked
package io.coffer.platform.security;

import org.jspecify.annotations.NullMarked;
