/// Google Cloud Text-to-Speech as a voice provider.
@NullMarked
package io.parler.conversion.provider.google;

import org.jspecify.annotations.NullMarked;
