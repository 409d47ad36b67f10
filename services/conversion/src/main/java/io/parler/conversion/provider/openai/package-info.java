/// OpenAI, and servers with the same protocol, as a voice provider.
@NullMarked
package io.parler.conversion.provider.openai;

import org.jspecify.annotations.NullMarked;
