/** The only door of the suite: routes, tokens and the pages people see. */
@NullMarked
package io.hongbi.gateway;

import org.jspecify.annotations.NullMarked;
