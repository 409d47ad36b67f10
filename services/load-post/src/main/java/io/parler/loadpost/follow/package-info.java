/// Follows feeds: polls each at its own pace, and publishes every new post once.
@NullMarked
package io.parler.loadpost.follow;

import org.jspecify.annotations.NullMarked;
