/** Whatever happens, in whatever order it is told: marks follow from the facts. */
@NullMarked
package io.hongbi.submission.histories;

import org.jspecify.annotations.NullMarked;
