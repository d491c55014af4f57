/** Documents that operators change while the door is open, in files or in a Nacos. */
@NullMarked
package io.hongbi.gateway.document;

import org.jspecify.annotations.NullMarked;
