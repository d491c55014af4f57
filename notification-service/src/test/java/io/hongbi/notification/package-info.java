/** The service as a whole, with real parts. */
@NullMarked
package io.hongbi.notification;

import org.jspecify.annotations.NullMarked;
