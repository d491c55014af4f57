/** Photos that had been handed in before. */
@NullMarked
package io.hongbi.submission.reading.earlier;

import org.jspecify.annotations.NullMarked;
