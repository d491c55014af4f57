/** Who calls: tokens checked, turned into a caller, and refused with a problem. */
@NullMarked
package io.hongbi.platform.security;

import org.jspecify.annotations.NullMarked;
