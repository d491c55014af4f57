/** The suite on one machine: its parts, where they keep their files, and who keeps them alive. */
@NullMarked
package io.hongbi.local.suite;

import org.jspecify.annotations.NullMarked;
