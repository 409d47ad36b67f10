/// The one HTTP port of the suite: the path table of CloudFront, and behind it HTTP APIs as API
/// Gateway runs them and buckets.
@NullMarked
package io.parler.local.edge;

import org.jspecify.annotations.NullMarked;
