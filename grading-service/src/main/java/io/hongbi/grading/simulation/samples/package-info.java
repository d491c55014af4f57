/** The command that writes made-up photos to a folder. */
@NullMarked
package io.hongbi.grading.simulation.samples;

import org.jspecify.annotations.NullMarked;
