/// Articles and covers from the service load-post.
@NullMarked
package io.parler.conversion.aws.loadpost;

import org.jspecify.annotations.NullMarked;
