/** Pages of sums as schools hand them out, printed, answered by hand and photographed. */
@NullMarked
package io.hongbi.grading.simulation.sums;

import org.jspecify.annotations.NullMarked;
