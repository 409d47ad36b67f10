/// Words and how they are pronounced, as plain text or SSML.
@NullMarked
package io.parler.conversion.speech;

import org.jspecify.annotations.NullMarked;
