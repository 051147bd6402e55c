/** A bank of our own over HTTP, with its own durable journal. */
@NullMarked
package io.coffer.bank;

import org.jspecify.annotations.NullMarked;
