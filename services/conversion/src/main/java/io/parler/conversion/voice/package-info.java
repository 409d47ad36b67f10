/// The voices, what each of them can do and costs, and the interface to the providers that make
/// them.
@NullMarked
package io.parler.conversion.voice;

import org.jspecify.annotations.NullMarked;
