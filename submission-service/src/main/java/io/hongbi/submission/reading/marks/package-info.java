/** Marks of submissions, worked out from the facts whenever asked, and who may see them. */
@NamedInterface("marks")
@NullMarked
package io.hongbi.submission.reading.marks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
