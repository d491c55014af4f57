/** Keeps readings as they come back, derives where submissions stand, and shows it, live too. */
@NullMarked
package io.hongbi.submission.reading;

import org.jspecify.annotations.NullMarked;
