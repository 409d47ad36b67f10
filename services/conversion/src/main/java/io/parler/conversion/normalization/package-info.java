/// Finds what a voice would not read right and gives the words to speak instead.
@NullMarked
package io.parler.conversion.normalization;

import org.jspecify.annotations.NullMarked;
