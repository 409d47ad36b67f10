/// Everything before synthesis: loads the article, selects the voice, writes the script and
/// checks the limits.
@NullMarked
package io.parler.conversion.preparation;

import org.jspecify.annotations.NullMarked;
