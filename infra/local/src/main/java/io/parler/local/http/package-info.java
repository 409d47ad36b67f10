/// An HTTP server for the AWS APIs that have no engine.
@NullMarked
package io.parler.local.http;

import org.jspecify.annotations.NullMarked;
