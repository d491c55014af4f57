/** The suite as a client sees it: the REST interface, the demo school, photos to hand in. */
@NullMarked
package io.hongbi.local.client;

import org.jspecify.annotations.NullMarked;
