/// A sample sentence in each voice.
@NullMarked
package io.parler.conversion.sample;

import org.jspecify.annotations.NullMarked;
