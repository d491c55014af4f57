/** Which answers a teacher is asked about, and which ones look like those that were misread. */
@NullMarked
package io.hongbi.submission.review.queue;

import org.jspecify.annotations.NullMarked;
