/** The platform as a service sees it. */
@org.jspecify.annotations.NullMarked
package io.hongbi.platform;
