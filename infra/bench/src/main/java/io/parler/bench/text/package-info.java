/// Checks that the time for preparing a text grows linearly, whatever the text is made of.
@NullMarked
package io.parler.bench.text;

import org.jspecify.annotations.NullMarked;
