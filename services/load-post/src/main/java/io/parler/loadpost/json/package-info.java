/// JSON as it stands in web pages: read with forgiveness, never written.
@NullMarked
package io.parler.loadpost.json;

import org.jspecify.annotations.NullMarked;
