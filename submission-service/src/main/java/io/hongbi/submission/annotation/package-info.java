/** The red pen: draws marks on previews of pages. */
@NullMarked
package io.hongbi.submission.annotation;

import org.jspecify.annotations.NullMarked;
