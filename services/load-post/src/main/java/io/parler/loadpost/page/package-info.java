/// A web page: its tree, metadata, title and links.
@NullMarked
package io.parler.loadpost.page;

import org.jspecify.annotations.NullMarked;
