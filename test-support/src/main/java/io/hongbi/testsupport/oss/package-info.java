/** Speaks Alibaba OSS's protocol over an in-memory bucket, so that its adapter can be tested. */
@NullMarked
package io.hongbi.testsupport.oss;

import org.jspecify.annotations.NullMarked;
