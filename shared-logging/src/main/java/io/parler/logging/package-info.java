/// What services log with: an slf4j provider that writes one JSON line an event, the correlation
/// id, and metrics lines. No domain, no AWS SDK.
@NullMarked
package io.parler.logging;

import org.jspecify.annotations.NullMarked;
