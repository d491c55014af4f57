/** Marks of submissions, worked out from the facts whenever asked, and who may see them. */
@NullMarked
package io.hongbi.submission.reading.marks;

import org.jspecify.annotations.NullMarked;
