/** Tells people what became of their pages. */
@NullMarked
package io.hongbi.notification;

import org.jspecify.annotations.NullMarked;
