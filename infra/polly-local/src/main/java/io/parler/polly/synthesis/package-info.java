/// Synthesis of a script through the synthesizer of each language.
@NullMarked
package io.parler.polly.synthesis;

import org.jspecify.annotations.NullMarked;
