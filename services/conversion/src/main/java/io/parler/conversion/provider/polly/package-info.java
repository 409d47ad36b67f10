/// Amazon Polly as a voice provider.
@NullMarked
package io.parler.conversion.provider.polly;

import org.jspecify.annotations.NullMarked;
