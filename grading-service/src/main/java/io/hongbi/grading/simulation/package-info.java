/**
 * Draws and photographs pages from nothing but a seed: samples to try, to test and to measure with.
 */
@NullMarked
package io.hongbi.grading.simulation;

import org.jspecify.annotations.NullMarked;
