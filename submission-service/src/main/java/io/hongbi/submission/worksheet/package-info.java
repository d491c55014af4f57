/** Worksheets: designed, set, proved, printed; a printed revision never changes. */
@NullMarked
package io.hongbi.submission.worksheet;

import org.jspecify.annotations.NullMarked;
