/** Turns readings, a version of the answer key and teachers' overrides into marks with reasons. */
@NullMarked
package io.hongbi.submission.marking;

import org.jspecify.annotations.NullMarked;
