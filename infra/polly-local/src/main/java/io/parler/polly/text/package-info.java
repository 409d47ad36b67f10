/// Splitting of text into sentences and tokens, and the words to speak for them.
@NullMarked
package io.parler.polly.text;

import org.jspecify.annotations.NullMarked;
