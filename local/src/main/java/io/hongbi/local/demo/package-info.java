/** Hands sample photos in and shows what came back, on the terminal and as one HTML page. */
@NullMarked
package io.hongbi.local.demo;

import org.jspecify.annotations.NullMarked;
