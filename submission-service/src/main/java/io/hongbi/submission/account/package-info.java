/** People, their roles, and how they sign in. */
@NullMarked
package io.hongbi.submission.account;

import org.jspecify.annotations.NullMarked;
