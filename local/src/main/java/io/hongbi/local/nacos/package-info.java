/** A real Nacos as a child process, from what the build laid in module local-nacos. */
@NullMarked
package io.hongbi.local.nacos;

import org.jspecify.annotations.NullMarked;
