/// A web client for hostile sites: it fetches public addresses only, within limits.
@NullMarked
package io.parler.loadpost.fetch;

import org.jspecify.annotations.NullMarked;
