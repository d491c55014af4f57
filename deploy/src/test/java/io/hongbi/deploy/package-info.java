/** Checks what is deployed to Kubernetes as far as that goes without a cluster. */
@NullMarked
package io.hongbi.deploy;

import org.jspecify.annotations.NullMarked;
