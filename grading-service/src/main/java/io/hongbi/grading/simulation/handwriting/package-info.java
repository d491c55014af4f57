/** People who write: invented hands, and recorded writers whom no training has seen. */
@NullMarked
package io.hongbi.grading.simulation.handwriting;

import org.jspecify.annotations.NullMarked;
