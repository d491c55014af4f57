/** Documents that operators change while a service runs, in files or in a Nacos. */
@NullMarked
package io.hongbi.platform.document;

import org.jspecify.annotations.NullMarked;
