/** Budgets and breakers, by Sentinel's rules: who has to come back later, and what is cut off. */
@NullMarked
package io.hongbi.platform.flow;

import org.jspecify.annotations.NullMarked;
