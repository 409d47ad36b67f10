/// The voices, with their features and prices, and the interface to the providers.
@NullMarked
package io.parler.conversion.voice;

import org.jspecify.annotations.NullMarked;
