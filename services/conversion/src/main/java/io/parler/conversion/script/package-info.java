/// Writes the script: what is said of each block of an article, and what is left out.
@NullMarked
package io.parler.conversion.script;

import org.jspecify.annotations.NullMarked;
