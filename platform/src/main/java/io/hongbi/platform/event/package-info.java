/** Events on the wire: JSON bytes and the topics they travel on. */
@NullMarked
package io.hongbi.platform.event;

import org.jspecify.annotations.NullMarked;
