/** Which instance of a service answers: those that Nacos knows, by the label of the request. */
@NullMarked
package io.hongbi.gateway.discovery;

import org.jspecify.annotations.NullMarked;
