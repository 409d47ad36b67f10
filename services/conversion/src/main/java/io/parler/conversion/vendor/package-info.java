/// Voice services of others, over HTTP: what is asked of each, what its answers mean.
@NullMarked
package io.parler.conversion.vendor;

import org.jspecify.annotations.NullMarked;
