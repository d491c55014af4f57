/** Every service is replaced while people work, as a release does it; what they see is counted. */
@NullMarked
package io.hongbi.local.rolling;

import org.jspecify.annotations.NullMarked;
