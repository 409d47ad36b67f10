/// Words and how they are said: spans, pronunciations, and the SSML they become.
@NullMarked
package io.parler.conversion.speech;

import org.jspecify.annotations.NullMarked;
