/** Marks of a whole class: what it looks like, and when students see it. */
@NullMarked
package io.hongbi.submission.gradebook;

import org.jspecify.annotations.NullMarked;
