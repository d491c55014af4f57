/** Hands pages in while every process is killed in turn, then counts what became of them. */
@NullMarked
package io.hongbi.local.chaos;

import org.jspecify.annotations.NullMarked;
