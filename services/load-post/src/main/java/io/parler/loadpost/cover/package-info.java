/// A picture of the outside web, taken to be hostile, as the small JPEG that audio carries.
@NullMarked
package io.parler.loadpost.cover;

import org.jspecify.annotations.NullMarked;
