/** Breaks connections between a client and a server in the ways that networks do. */
@NullMarked
package io.hongbi.testsupport.net;

import org.jspecify.annotations.NullMarked;
