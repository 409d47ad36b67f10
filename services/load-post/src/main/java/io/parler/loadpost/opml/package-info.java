/// OPML files: the lists of feeds that feed readers exchange.
@NullMarked
package io.parler.loadpost.opml;

import org.jspecify.annotations.NullMarked;
