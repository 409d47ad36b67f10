/// The whole conversion of one post, from the request to the published audio.
@NullMarked
package io.parler.conversion.job;

import org.jspecify.annotations.NullMarked;
