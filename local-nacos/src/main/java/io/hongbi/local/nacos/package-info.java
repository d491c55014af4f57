/** Nacos's own process. */
@NullMarked
package io.hongbi.local.nacos;

import org.jspecify.annotations.NullMarked;
