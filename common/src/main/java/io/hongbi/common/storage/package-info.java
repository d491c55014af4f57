/** Keeps photos and what is made from them as immutable objects in a folder or in Alibaba OSS. */
@NullMarked
package io.hongbi.common.storage;

import org.jspecify.annotations.NullMarked;
