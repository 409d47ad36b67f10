/// Lenient parsing of JSON.
@NullMarked
package io.parler.loadpost.json;

import org.jspecify.annotations.NullMarked;
