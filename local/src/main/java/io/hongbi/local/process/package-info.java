/** Child processes: how they are started, recognised, waited for and stopped. */
@NullMarked
package io.hongbi.local.process;

import org.jspecify.annotations.NullMarked;
