/** Students ask for a second look at a mark, and a teacher answers. */
@NullMarked
package io.hongbi.submission.review.regrade;

import org.jspecify.annotations.NullMarked;
