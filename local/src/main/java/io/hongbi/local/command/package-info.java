/** What {@code ./hongbi} can be told to do. */
@NullMarked
package io.hongbi.local.command;

import org.jspecify.annotations.NullMarked;
