/// Voices and the services that make them: who there is, what a call takes and costs, how it ends.
@NullMarked
package io.parler.conversion.voice;

import org.jspecify.annotations.NullMarked;
