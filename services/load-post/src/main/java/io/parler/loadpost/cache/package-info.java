/// An HTTP cache: stores pages as long as their sites allow, and revalidates them after that.
@NullMarked
package io.parler.loadpost.cache;

import org.jspecify.annotations.NullMarked;
