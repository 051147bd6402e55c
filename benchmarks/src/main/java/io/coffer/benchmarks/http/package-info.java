/** The whole command side over HTTP, and who loads it. */
@NullMarked
package io.coffer.benchmarks.http;

import org.jspecify.annotations.NullMarked;
