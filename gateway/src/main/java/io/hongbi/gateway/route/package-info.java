/** The way of a request to the service that answers it: what passes, how large, from whom. */
@NullMarked
package io.hongbi.gateway.route;

import org.jspecify.annotations.NullMarked;
