/// Parsing of SAM templates; reports what is not supported.
@NullMarked
package io.parler.local.template;

import org.jspecify.annotations.NullMarked;
