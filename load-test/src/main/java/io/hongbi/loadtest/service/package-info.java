/** submission-service on a real database and a real broker, and a class in it. */
@NullMarked
package io.hongbi.loadtest.service;

import org.jspecify.annotations.NullMarked;
