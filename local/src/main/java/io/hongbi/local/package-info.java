/** The parts behind {@code ./hongbi}: start, watch and stop the whole suite on one machine. */
@NullMarked
package io.hongbi.local;

import org.jspecify.annotations.NullMarked;
