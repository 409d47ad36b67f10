/// Describes audio to search engines and to sites that show links.
@NullMarked
package io.parler.status.metadata;

import org.jspecify.annotations.NullMarked;
