/** The whole suite from outside, on the jars that ship. */
@NullMarked
package io.hongbi.acceptance;

import org.jspecify.annotations.NullMarked;
