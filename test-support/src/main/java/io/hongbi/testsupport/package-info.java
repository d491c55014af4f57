/** Real servers for tests, the OSS emulator and a proxy that breaks connections. */
@NullMarked
package io.hongbi.testsupport;

import org.jspecify.annotations.NullMarked;
