/** Turns a photo into a page reading, for the workers and on a command line. */
@NullMarked
package io.hongbi.grading.reading;

import org.jspecify.annotations.NullMarked;
