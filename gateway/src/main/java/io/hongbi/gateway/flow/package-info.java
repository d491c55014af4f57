/**
 * How much passes the door: budgets of routes, schools and people, and breakers before services.
 */
@NullMarked
package io.hongbi.gateway.flow;

import org.jspecify.annotations.NullMarked;
