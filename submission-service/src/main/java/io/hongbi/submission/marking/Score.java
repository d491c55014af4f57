package io.hongbi.submission.marking;

import java.math.BigDecimal;

/**
 * The sum of the marks that are known, of what can be had. It is not final while marks are unknown,
 * and below 0 where penalties outweigh the rest.
 *
 * @param max of all items that count, known or not; bonus points come on top
 */
public record Score(BigDecimal value, BigDecimal max) {}
