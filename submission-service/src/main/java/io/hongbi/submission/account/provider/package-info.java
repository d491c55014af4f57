/** Sign-in through a school's own OpenID Connect provider, for accounts of that school. */
@NullMarked
package io.hongbi.submission.account.provider;

import org.jspecify.annotations.NullMarked;
