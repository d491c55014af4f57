/** The pages people see, the description of the API, and the headers that keep both safe. */
@NullMarked
package io.hongbi.gateway.web;

import org.jspecify.annotations.NullMarked;
