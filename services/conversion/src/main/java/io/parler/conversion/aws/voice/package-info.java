/// The configured providers and their API keys.
@NullMarked
package io.parler.conversion.aws.voice;

import org.jspecify.annotations.NullMarked;
