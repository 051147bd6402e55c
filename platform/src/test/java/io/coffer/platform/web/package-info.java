/** The edge of HTTP, asked as strangers would. */
@NullMarked
package io.coffer.platform.web;

import org.jspecify.annotations.NullMarked;
