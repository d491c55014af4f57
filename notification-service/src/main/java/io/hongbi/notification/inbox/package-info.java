/** Each person's inbox: one entry for every change worth telling, however often it is announced. */
@NullMarked
package io.hongbi.notification.inbox;

import org.jspecify.annotations.NullMarked;
