/** The Nacos that services register with and that has documents which change while they run. */
@NullMarked
package io.hongbi.platform.nacos;

import org.jspecify.annotations.NullMarked;
