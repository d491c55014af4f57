package io.hongbi.grading.simulation.sums;

import io.hongbi.common.layout.Box;
import io.hongbi.common.reading.Item.State;
import org.jspecify.annotations.Nullable;

/**
 * A sum on a page, and what stands there in answer to it.
 *
 * @param expression as readings write it: {@code ()} where the answer belongs, unless that is at
 *     the end
 * @param response null where nothing was answered
 * @param right whether the response is the right one
 * @param place of print and answer
 */
public record WrittenSum(
        String expression, @Nullable String response, State state, boolean right, Box place) {}
