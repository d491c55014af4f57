/** Tells what stands in an answer box, and how sure that is. */
@NullMarked
package io.hongbi.grading.glyph;

import org.jspecify.annotations.NullMarked;
