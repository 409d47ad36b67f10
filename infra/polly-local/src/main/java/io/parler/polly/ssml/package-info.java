/// Parsing of SSML.
@NullMarked
package io.parler.polly.ssml;

import org.jspecify.annotations.NullMarked;
