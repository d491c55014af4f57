/** The door, tried from both sides. */
@NullMarked
package io.hongbi.gateway;

import org.jspecify.annotations.NullMarked;
